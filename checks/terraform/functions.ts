import { toBase64, fromBase64 } from "../values/base64.js";
import { isAbsolute, resolve as resolvePath } from "node:path";
import { parseTemplate } from "../configuration/expressions/parse.js";
import { parseJsonText } from "../values/json.js";
import { parseYamlText } from "../values/yaml.js";
import { unknownMember } from "./members.js";
import type { Scope } from "./scope.js";
import {
  propagate,
  concrete,
  literal,
  sketch,
  split,
  hole,
  type Fragment,
  type Origin,
  type SymbolicString,
} from "../values/symbolic-string.js";
import {
  fragmentsOf,
  asString,
  valueAt,
  isNull,
  UNKNOWN,
  stringValue,
  toJson,
  type SymbolicValue,
} from "../values/symbolic-value.js";
import { functionLeaves } from "../vocabulary/terraform-functions.js";

type Builtin = (args: readonly SymbolicValue[], scope: Scope) => SymbolicValue;

const encode = (character: string): string =>
  encodeURIComponent(character).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);

const BUILTINS: Readonly<Record<string, Builtin>> = {
  jsonencode: ([value = UNKNOWN]) => stringValue(toJson(value)),
  yamlencode: ([value = UNKNOWN]) => stringValue(toJson(value)),
  jsondecode: ([value = UNKNOWN], scope) => decode(asString(value), scope),
  yamldecode: decodeYaml,
  "provider::kubernetes::manifest_decode": decodeYaml,
  "provider::kubernetes::manifest_decode_multi": ([value = UNKNOWN]) => ({
    kind: "list",
    items: parseYamlText(asString(value)),
  }),
  urlencode: ([value = UNKNOWN]) => stringValue(asString(value).map(formEncode)),
  base64encode: ([value = UNKNOWN]) => stringValue(toBase64(asString(value))),
  textencodebase64: ([value = UNKNOWN]) => stringValue(toBase64(asString(value))),
  base64gzip: ([value = UNKNOWN]) => value,
  base64decode: ([value = UNKNOWN]) => stringValue(fromBase64(asString(value))),
  format: ([pattern = UNKNOWN, ...rest]) => format(asString(pattern), rest),
  join: ([separator = UNKNOWN, ...lists]) => stringValue(join(asString(separator), lists)),
  concat: (lists) => ({ kind: "list", items: lists.flatMap((list) => (list.kind === "list" ? list.items : [list])) }),
  merge: (maps) => ({
    kind: "object",
    entries: new Map(
      maps.flatMap((map): [string, SymbolicValue][] => (map.kind === "object" ? [...map.entries] : [["*", map]])),
    ),
  }),
  file: ([path = UNKNOWN], scope) => fileText(asString(path), scope),
  templatefile: ([path = UNKNOWN, vars = UNKNOWN], scope) => templateFile(asString(path), vars, scope),
  templatestring: ([template = UNKNOWN, vars = UNKNOWN]) =>
    stringValue([...asString(template), ...propagate(fragmentsOf(vars))]),
  lookup: ([map = UNKNOWN, key = UNKNOWN, fallback], scope) =>
    valueAt(map, [sketch(asString(key))]) ??
    // What is not known may well have it: then the fallback is the case that nobody means.
    (map.kind === "text" ? undefined : fallback) ??
    unknownMember(fragmentsOf(map), [sketch(asString(key))], scope.module.workspace.vocabulary),
  element: ([list = UNKNOWN, index = UNKNOWN]) =>
    valueAt(list, [sketch(asString(index))]) ?? stringValue(propagate(fragmentsOf(list))),
  one: ([list = UNKNOWN]) => valueAt(list, ["0"]) ?? stringValue(propagate(fragmentsOf(list))),
  coalesce: (args) => args.find((value) => !isNull(value) && concrete(asString(value)) !== "") ?? UNKNOWN,
  try: ([first = UNKNOWN]) => first,
  split: ([separator = UNKNOWN, value = UNKNOWN]) => splitText(concrete(asString(separator)), asString(value)),
  compact: ([list = UNKNOWN]) => list,
  flatten: ([list = UNKNOWN]) =>
    list.kind === "list"
      ? { kind: "list", items: list.items.flatMap((item) => (item.kind === "list" ? item.items : [item])) }
      : list,
  replace: ([value = UNKNOWN, from = UNKNOWN, to = UNKNOWN]) =>
    replace(asString(value), concrete(asString(from)), concrete(asString(to))),
  // Terragrunt's: where the file stands that is read.
  ...Object.fromEntries(
    ["get_terragrunt_dir", "get_original_terragrunt_dir", "get_parent_terragrunt_dir"].map(
      (name): [string, Builtin] => [name, (_, { module }) => stringValue([literal(module.directory.path)])],
    ),
  ),
  values: ([map = UNKNOWN]) => (map.kind === "object" ? { kind: "list", items: [...map.entries.values()] } : map),
};

export function callBuiltin(name: string, args: () => readonly SymbolicValue[], scope: Scope): SymbolicValue {
  const short = name.replace(/^core::/, "");
  const leaves = functionLeaves(short);
  if (leaves === "nothing") return stringValue([hole({ encoded: true })]);
  const values = args();
  const builtin = BUILTINS[short];
  if (builtin) return builtin(values, scope);
  if (short === "indent" && values[1]) return values[1];
  if (leaves === "all") return values[0] ?? UNKNOWN;
  return stringValue(propagate(values.flatMap(fragmentsOf), { obscured: true }));
}

function decode(text: SymbolicString, { module }: Scope): SymbolicValue {
  const value = parseJsonText(text);
  if (value === undefined && text.some(({ place }) => place?.file.cut))
    module.workspace.budget.leaveOut("decodes a file of more than 2 MB, of which only the beginning was read");
  return value ?? stringValue(propagate(text));
}

function formEncode(fragment: Fragment): Fragment {
  if (fragment.text === undefined) return { ...fragment, encoded: true };
  return { ...fragment, encoded: true, text: encode(fragment.text).replaceAll("%20", "+") };
}

function format(pattern: SymbolicString, values: readonly SymbolicValue[]): SymbolicValue {
  const whole = concrete(pattern);
  if (whole === undefined) return stringValue(propagate([...pattern, ...values.flatMap(fragmentsOf)]));
  const fragments: Fragment[] = [];
  let next = 0;
  let from = 0;
  for (const verb of whole.matchAll(/%(?:%|[-+# 0]*(?:[1-9]\d*)?(?:\.\d+)?(?:\[(\d+)\])?[a-zA-Z])/g)) {
    fragments.push({ ...literal(whole.slice(from, verb.index), pattern[0]?.place) });
    from = verb.index + verb[0].length;
    if (verb[0] === "%%") fragments.push(literal("%"));
    else
      for (const fragment of asString(values[verb[1] === undefined ? next++ : Number(verb[1]) - 1] ?? UNKNOWN))
        fragments.push({ ...fragment, interpolated: true });
  }
  fragments.push(literal(whole.slice(from), pattern[0]?.place));
  return stringValue(fragments);
}

function join(separator: SymbolicString, lists: readonly SymbolicValue[]): SymbolicString {
  const items = lists.flatMap((list) => (list.kind === "list" ? list.items : [list]));
  return items.flatMap((item, index) => [...(index > 0 ? separator : []), ...asString(item)]);
}

function splitText(separator: string | undefined, value: SymbolicString): SymbolicValue {
  if (separator === undefined || separator === "") return stringValue(propagate(value));
  return { kind: "list", items: split(value, separator).map(stringValue) };
}

function replace(value: SymbolicString, from: string | undefined, to: string | undefined): SymbolicValue {
  if (from === undefined || to === undefined || from.startsWith("/")) return stringValue(propagate(value));
  // Encoding by hand, one character after the other, is not what the field needs, but the value stays what it was.
  return stringValue(
    value.map((fragment) =>
      fragment.text === undefined ? fragment : { ...fragment, text: fragment.text.split(from).join(to) },
    ),
  );
}

/** Of several documents the first. */
function decodeYaml([value = UNKNOWN]: readonly SymbolicValue[]): SymbolicValue {
  const text = asString(value);
  return parseJsonText(text) ?? parseYamlText(text)[0] ?? stringValue(propagate(text, { obscured: true }));
}

function onDisk(path: SymbolicString, scope: Scope): ReturnType<typeof scope.module.workspace.file> {
  const name = concrete(path);
  if (name === undefined || name === "") return undefined;
  const { module } = scope;
  const absolute = isAbsolute(name) ? name : resolvePath(module.root.directory.path, name);
  return (
    module.workspace.file(absolute) ??
    (isAbsolute(name) ? undefined : module.workspace.file(resolvePath(module.directory.path, name)))
  );
}

/** A file that is not there yet may be one that a program writes. */
function fileReference(path: SymbolicString, scope: Scope): Origin[] {
  const name = concrete(path);
  return name === undefined ? [] : [{ scope: "file", address: resolvePath(scope.module.root.directory.path, name) }];
}

function fileText(path: SymbolicString, scope: Scope): SymbolicValue {
  const found = onDisk(path, scope);
  if (found === undefined)
    return stringValue([hole({ taint: "response", unread: true, provenance: fileReference(path, scope) })]);
  return stringValue([literal(found.text(), { file: found, at: 0 })]);
}

function templateFile(path: SymbolicString, vars: SymbolicValue, scope: Scope): SymbolicValue {
  const found = onDisk(path, scope);
  if (found === undefined) return stringValue(propagate(fragmentsOf(vars), { interpolated: true }));
  const bindings = vars.kind === "object" ? vars.entries : new Map<string, SymbolicValue>();
  return scope.module.evaluate(parseTemplate(found.text()), { ...scope, place: { file: found, at: 0 }, bindings });
}
