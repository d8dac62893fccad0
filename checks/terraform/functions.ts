import { isAbsolute, resolve as resolvePath } from "node:path";
import type { Expression } from "../configuration/expressions/expression.js";
import { parseTemplate } from "../configuration/expressions/parse.js";
import { parseJsonText } from "../values/json-text.js";
import { evaluate, member, type Scope } from "./evaluate.js";
import {
  blend,
  isSecret,
  known,
  literal,
  sketch,
  slice,
  split,
  unknown,
  type Piece,
  type Reference,
  type Text,
} from "../values/text.js";
import { allPieces, asText, at, isNull, nothing, text, toJson, type Value } from "../values/value.js";

type Builtin = (args: readonly Value[], scope: Scope) => Value;

/** One-way functions: what comes out tells nothing about what went in, and needs no encoding. */
const ONE_WAY =
  /^(?:sha\d+|md5|base64sha\d+|bcrypt|length|filesha\d+|filemd5|filebase64sha\d+|uuid|uuidv5|timestamp|plantimestamp|formatdate|timeadd|fileexists|can|contains|regexall|keys|issensitive|alltrue|anytrue|strcontains|startswith|endswith)$/;
const encode = (character: string): string =>
  encodeURIComponent(character).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);

const BUILTINS: Readonly<Record<string, Builtin>> = {
  jsonencode: ([value = nothing]) => text(toJson(value)),
  yamlencode: ([value = nothing]) => text(toJson(value)),
  jsondecode: ([value = nothing]) =>
    parseJsonText(asText(value)) ?? (value.kind === "text" ? text(blend(value.pieces)) : nothing),
  urlencode: ([value = nothing]) => text(asText(value).map(formEncode)),
  base64encode: ([value = nothing]) => text(toBase64(asText(value))),
  textencodebase64: ([value = nothing]) => text(toBase64(asText(value))),
  base64gzip: ([value = nothing]) => value,
  base64decode: ([value = nothing]) => text(decodedOf(asText(value))),
  format: ([pattern = nothing, ...rest]) => format(asText(pattern), rest),
  join: ([separator = nothing, ...lists]) => text(join(asText(separator), lists)),
  concat: (lists) => ({ kind: "list", items: lists.flatMap((list) => (list.kind === "list" ? list.items : [list])) }),
  merge: (maps) => ({
    kind: "object",
    entries: new Map(
      maps.flatMap((map): [string, Value][] => (map.kind === "object" ? [...map.entries] : [["*", map]])),
    ),
  }),
  file: ([path = nothing], scope) => fileText(asText(path), scope),
  templatefile: ([path = nothing, vars = nothing], scope) => templateFile(asText(path), vars, scope),
  templatestring: ([template = nothing, vars = nothing]) => text([...asText(template), ...blend(allPieces(vars))]),
  lookup: ([map = nothing, key = nothing, fallback]) =>
    at(map, [sketch(asText(key))]) ?? fallback ?? member(allPieces(map), [sketch(asText(key))]),
  element: ([list = nothing, index = nothing]) => at(list, [sketch(asText(index))]) ?? text(blend(allPieces(list))),
  one: ([list = nothing]) => at(list, ["0"]) ?? text(blend(allPieces(list))),
  coalesce: (args) => args.find((value) => !isNull(value) && known(asText(value)) !== "") ?? nothing,
  try: ([first = nothing]) => first,
  split: ([separator = nothing, value = nothing]) => splitText(known(asText(separator)), asText(value)),
  compact: ([list = nothing]) => list,
  flatten: ([list = nothing]) =>
    list.kind === "list"
      ? { kind: "list", items: list.items.flatMap((item) => (item.kind === "list" ? item.items : [item])) }
      : list,
  replace: ([value = nothing, from = nothing, to = nothing]) =>
    replace(asText(value), known(asText(from)), known(asText(to))),
  values: ([map = nothing]) => (map.kind === "object" ? { kind: "list", items: [...map.entries.values()] } : map),
};

/** Functions that give back what they were given, or near enough. */
const SAME = new Set(
  "sensitive nonsensitive ephemeralasnull tostring trimspace chomp lower upper trim trimprefix trimsuffix title tolist toset tomap tonumber tobool abspath pathexpand basename dirname indent substr provider::terraform::decode_tfvars sort distinct reverse slice".split(
    " ",
  ),
);

export function callFunction(name: string, args: readonly Expression[], scope: Scope): Value {
  const short = name.replace(/^core::/, "");
  if (ONE_WAY.test(short)) return text([unknown({ encoded: true })]);
  const values = args.map((arg) => evaluate(arg, scope));
  const builtin = BUILTINS[short];
  if (builtin) return builtin(values, scope);
  if (short === "indent" && values[1]) return values[1];
  if (SAME.has(short)) return values[0] ?? nothing;
  return text(blend(values.flatMap(allPieces)));
}

function formEncode(piece: Piece): Piece {
  if (piece.text === undefined) return { ...piece, encoded: true };
  return { ...piece, encoded: true, text: encode(piece.text).replaceAll("%20", "+") };
}

/** Known text becomes known Base64. Of `id:secret`, as HTTP Basic has it, what follows the colon is the secret. */
export function toBase64(of: Text): Text {
  const whole = known(of);
  const colon = sketch(of).indexOf(":");
  const basic = colon > 0 && !/[\s{]/.test(sketch(of).slice(0, colon));
  const secret = basic ? slice(of, colon + 1) : of;
  const mark = basic || secret.some(isSecret) ? { nature: "secret" as const } : {};
  if (whole === undefined) return blend(secret.length > 0 ? secret : of, { ...mark, decoded: of });
  const refs = secret.flatMap((piece) => piece.refs);
  const place = of.find((piece) => piece.place)?.place;
  return [{ ...literal(Buffer.from(whole).toString("base64"), place), refs, ...mark }];
}

/** What a Base64 text says, as far as it is known. */
export function decodedOf(of: Text): Text {
  const only = of.length === 1 ? of[0] : undefined;
  if (only?.decoded) return only.decoded;
  const whole = known(of)?.trim();
  if (whole === undefined || !/^[A-Za-z0-9+/=\s]{8,}$/.test(whole)) return blend(of);
  return [
    {
      ...literal(Buffer.from(whole, "base64").toString("utf8"), of[0]?.place),
      refs: of.flatMap((piece) => piece.refs),
    },
  ];
}

function format(pattern: Text, values: readonly Value[]): Value {
  const whole = known(pattern);
  if (whole === undefined) return text(blend([...pattern, ...values.flatMap(allPieces)]));
  const pieces: Piece[] = [];
  let next = 0;
  let from = 0;
  for (const verb of whole.matchAll(/%(?:%|[-+# 0]*(?:[1-9]\d*)?(?:\.\d+)?(?:\[(\d+)\])?[a-zA-Z])/g)) {
    pieces.push({ ...literal(whole.slice(from, verb.index), pattern[0]?.place) });
    from = verb.index + verb[0].length;
    if (verb[0] === "%%") pieces.push(literal("%"));
    else
      for (const piece of asText(values[verb[1] === undefined ? next++ : Number(verb[1]) - 1] ?? nothing))
        pieces.push({ ...piece, interpolated: true });
  }
  pieces.push(literal(whole.slice(from), pattern[0]?.place));
  return text(pieces);
}

function join(separator: Text, lists: readonly Value[]): Text {
  const items = lists.flatMap((list) => (list.kind === "list" ? list.items : [list]));
  return items.flatMap((item, index) => [...(index > 0 ? separator : []), ...asText(item)]);
}

function splitText(separator: string | undefined, value: Text): Value {
  if (separator === undefined || separator === "") return text(blend(value));
  return { kind: "list", items: split(value, separator).map(text) };
}

function replace(value: Text, from: string | undefined, to: string | undefined): Value {
  if (from === undefined || to === undefined || from.startsWith("/")) return text(blend(value));
  // Encoding by hand, one character after the other, is not what the field needs, but the value stays what it was.
  return text(
    value.map((piece) => (piece.text === undefined ? piece : { ...piece, text: piece.text.split(from).join(to) })),
  );
}

function onDisk(path: Text, scope: Scope): ReturnType<typeof scope.module.workspace.file> {
  const name = known(path);
  if (name === undefined || name === "") return undefined;
  const { module } = scope;
  const absolute = isAbsolute(name) ? name : resolvePath(module.root.directory.path, name);
  return (
    module.workspace.file(absolute) ??
    (isAbsolute(name) ? undefined : module.workspace.file(resolvePath(module.directory.path, name)))
  );
}

/** A file that is not there yet may be one that a program writes. */
function fileReference(path: Text, scope: Scope): Reference[] {
  const name = known(path);
  return name === undefined ? [] : [{ scope: "file", address: resolvePath(scope.module.root.directory.path, name) }];
}

function fileText(path: Text, scope: Scope): Value {
  const found = onDisk(path, scope);
  if (found === undefined)
    return text([unknown({ nature: "response", unread: true, refs: fileReference(path, scope) })]);
  return text([literal(found.text(), { file: found, at: 0 })]);
}

function templateFile(path: Text, vars: Value, scope: Scope): Value {
  const found = onDisk(path, scope);
  if (found === undefined) return text(blend(allPieces(vars), { interpolated: true }));
  const bindings = vars.kind === "object" ? vars.entries : new Map<string, Value>();
  return evaluate(parseTemplate(found.text()), { ...scope, origin: { file: found, at: 0 }, bindings });
}
