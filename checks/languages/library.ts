import { notice } from "../program/outcome.js";
import { encoded } from "../commands/encode.js";
import { parseJsonText } from "../values/json-text.js";
import { toBase64 } from "../terraform/functions.js";
import { known, literal, sketch, unknown, type Text } from "../values/text.js";
import { asText, at, text, toJson, type Value } from "../values/value.js";
import type { CodeReader } from "./code-reader.js";
import { formatted } from "./formatting.js";
import { callRequest } from "./request-calls.js";
import { keyword, memberOf, positional, requestsIn, textThing, thing, type Argument, type Thing } from "./thing.js";

/** `name=value&...` of a dict, encoded by the library; a text stays as it was. */
export function formOf(value: Value): Text {
  if (value.kind === "text") return value.pieces;
  const pairs: (readonly [string, Value])[] =
    value.kind === "object"
      ? [...value.entries]
      : value.items.map((item) => [sketch(asText(at(item, ["0"]) ?? item)), at(item, ["1"]) ?? item]);
  return pairs.flatMap(([name, item], index): Text => [
    literal(`${index > 0 ? "&" : ""}${name}=`),
    ...encoded(asText(item)),
  ]);
}

const PRINTS =
  /^(?:print|pprint|pp|console\.(?:log|info|debug|warn|error|dir)|(?:logging|logger|log|LOG)\.(?:debug|info|warning|warn|error|critical))$/;
const READS = /(?:^|\.)(?:read|readlines|readline|read_text|readFileSync|readFile|load|loads|text)$/;

/** What calls of the languages' libraries give, as far as it matters to a request. */
export function callLibrary(
  reader: CodeReader,
  callee: Thing,
  args: readonly Argument[],
  place: number,
): Thing | undefined {
  const symbol = callee.symbol ?? "";
  const name = symbol.slice(Math.max(symbol.lastIndexOf("."), symbol.lastIndexOf(":")) + 1);
  const first = positional(args, 0);
  const receiver = callee.of ?? callee;
  if (/^(?:raise_for_status|error_for_status|ensureSuccess\w*)$/.test(name)) {
    notice([...requestsIn(receiver.value), ...(callee.request ? [callee.request] : [])]);
    return receiver;
  }
  if (/^(?:environ\.get|os\.getenv|os\.environ\.get|getenv|environ\[.*)$/.test(symbol))
    return environment(reader, first, positional(args, 1));
  if (/^(?:urlencode|stringify)$/.test(name) && /urlencode|querystring|^qs\b|\bqs\./i.test(symbol))
    return first && textThing(formOf(first.value));
  if (name === "URLSearchParams" || name === "FormData")
    return textThing(first ? formOf(first.value).map((piece) => ({ ...piece, encoded: true })) : []);
  if (/^(?:quote|quote_plus|encodeURIComponent|escape|EscapeDataString|UrlEncode)$/.test(name))
    return first && textThing(encoded(asText(first.value)));
  if (symbol === "json.dump" && args.length > 1) {
    if (/stdout$/.test(positional(args, 1)?.symbol ?? ""))
      reader.host.print(first ? toJson(first.value) : [], "json.dump", reader.place(place));
    if (/stderr$/.test(positional(args, 1)?.symbol ?? ""))
      reader.host.printError(first ? toJson(first.value) : [], "json.dump", reader.place(place));
    return first;
  }
  const target = /^(?:dump|write|write_text)$/.test(name) ? (receiver.path ?? positional(args, 1)?.path) : undefined;
  if (target && first) reader.host.writeFile(target, name === "dump" ? toJson(first.value) : asText(first.value));
  if (/^(?:fs\.)?(?:promises\.)?writeFile(?:Sync)?$/.test(symbol) && first) {
    reader.host.writeFile(asText(first.value), asText(positional(args, 1)?.value ?? first.value));
    return first;
  }
  if (/^(?:dumps|stringify)$/.test(name)) return first && textThing(toJson(first.value));
  if (/^(?:loads|parse|load)$/.test(name) && /json/i.test(symbol)) return parsed(reader, first);
  if (/^(?:b64encode|btoa|urlsafe_b64encode|encodebytes|standard_b64encode|ToBase64String)$/.test(name))
    return first && textThing(toBase64(asText(first.value)));
  if (name === "toString" && first && /^base64/.test(known(asText(first.value)) ?? ""))
    return textThing(toBase64(asText(receiver.value)));
  if (name === "format" && callee.symbol?.endsWith(".format"))
    return textThing(formatted(asText(receiver.value), args));
  if (name === "join" && first?.value.kind === "list")
    return textThing(joinedBy(asText(receiver.value), first.value.items));
  if (
    name === "get" &&
    first &&
    known(asText(first.value)) !== undefined &&
    !/^(?:https?:|\/)/.test(sketch(asText(first.value))) &&
    !isClient(symbol)
  )
    return { value: memberOf(receiver, known(asText(first.value)) ?? "") };
  if (PRINTS.test(symbol) || /^(?:sys|process)\.(?:stdout|stderr)\.write$/.test(symbol)) {
    const shown = args.filter((arg) => arg.name === undefined).flatMap((arg) => asText(arg.thing.value));
    const error =
      /stderr|console\.(?:error|warn)|^log|^LOG/.test(symbol) || /stderr/.test(keyword(args, "file")?.symbol ?? "");
    reader.host[error ? "printError" : "print"](shown, symbol, reader.place(place));
    return first;
  }
  if (/^(?:open|Path|createReadStream)$/.test(name) && first)
    return { value: text(fileOf(reader, first)), symbol: "open()", path: asText(first.value) };
  if (/^(?:readFileSync|readFile)$/.test(name) && first) return { value: text(fileOf(reader, first)) };
  if (STARTS.test(symbol) && first) return started(reader, symbol, first, args);
  const made = callRequest(reader, callee, args, place);
  if (made) return made;
  if (
    /^(?:encode|decode|strip|trim|rstrip|lstrip|toString|json|text|read|from|str|bytes|String|lower|upper|copy|dict|items|toLowerCase|GetBytes|GetString|ToString|Trim|read_text|readlines|splitlines)$/.test(
      name,
    )
  ) {
    const on = READS.test(symbol) || symbol.includes(".") ? receiver : first;
    const subject = /^(?:from|str|bytes|String|dict|GetBytes|GetString)$/.test(name) ? (first ?? objectOf(args)) : on;
    return subject && { value: subject.value, request: callee.request };
  }
  return undefined;
}

const STARTS =
  /^(?:subprocess\.(?:run|call|check_call|check_output|Popen|getoutput)|os\.(?:system|popen)|(?:child_process\.)?(?:exec|execSync|execFile|execFileSync|spawn|spawnSync))$/;

/** A program that a program starts: a list of words, or a text for the shell. */
function started(reader: CodeReader, symbol: string, command: Thing, args: readonly Argument[]): Thing {
  const check = keyword(args, "check");
  const checked =
    /check_|execSync|execFileSync/.test(symbol) || (check !== undefined && known(asText(check.value)) === "True");
  const further = positional(args, 1);
  const listed =
    command.value.kind === "list"
      ? command.value.items
      : further?.value.kind === "list"
        ? [command.value, ...further.value.items]
        : undefined;
  const [name, ...rest] = listed?.map(asText) ?? [[literal("sh")], [literal("-c")], asText(command.value)];
  return textThing(reader.host.start(sketch(name ?? []).replace(/^.*\//, ""), rest, checked));
}

const isClient = (symbol: string): boolean =>
  /^(?:requests|httpx|session|client|s|http|axios|got|superagent|needle|ky)\b/i.test(symbol);

function objectOf(args: readonly Argument[]): Thing | undefined {
  const entries = args.flatMap((arg): [string, Value][] =>
    arg.name === undefined || arg.name === "**" ? [] : [[arg.name, arg.thing.value]],
  );
  return entries.length === 0 ? undefined : thing({ kind: "object", entries: new Map(entries) });
}

const joinedBy = (separator: Text, items: readonly Value[]): Text =>
  items.flatMap((item, index): Text => [...(index > 0 ? separator : []), ...asText(item)]);

function fileOf(reader: CodeReader, path: Thing): Text {
  const name = asText(path.value);
  if (/^(?:0|\/dev\/stdin)$/.test(known(name) ?? "")) return reader.host.stdin ?? [unknown()];
  return reader.host.readFile(name) ?? [unknown({ unread: true })];
}

function parsed(reader: CodeReader, from: Thing | undefined): Thing {
  const pieces =
    from?.symbol?.includes("stdin") === true
      ? (reader.host.stdin ?? [unknown()])
      : from
        ? asText(from.value)
        : [unknown()];
  return thing(parseJsonText(pieces) ?? text(pieces));
}

/** A variable of the environment, known or by its name. */
export function environment(reader: CodeReader, name: Thing | undefined, fallback?: Thing): Thing {
  const key = name && known(asText(name.value));
  if (key === undefined) return thing(text([unknown()]));
  const value = reader.host.environment(key);
  if (value) return textThing(value);
  const standing = fallback && known(asText(fallback.value));
  const ref = { scope: "shell", address: key };
  if (fallback && standing !== undefined && standing !== "" && standing !== "None")
    return textThing(asText(fallback.value).map((piece) => ({ ...piece, assumed: true, refs: [ref] })));
  return textThing([unknown({ ...reader.host.natureOf(key), refs: [ref], expanded: true })]);
}
