import { formOf } from "./form.js";
import { markFailureChecked } from "../program/exit-status.js";
import { formEncoded } from "../values/form-encoding.js";
import { parseJsonText } from "../values/json.js";
import { toBase64 } from "../values/base64.js";
import { concrete, literal, sketch, hole, type Fragment, type SymbolicString } from "../values/symbolic-string.js";
import { asString, fragmentsOf, stringValue, toJson, type SymbolicValue } from "../values/symbolic-value.js";
import { callDoes } from "../vocabulary/library-calls.js";
import { isRequestClient } from "../vocabulary/request-libraries.js";
import type { ProgramReader } from "./program-reader.js";
import { callContainer } from "./containers.js";
import { formatBraces } from "./formatting.js";
import {
  keywordArgument,
  memberOf,
  positionalArgument,
  requestsIn,
  stringResult,
  abstractValue,
  type Argument,
  type AbstractValue,
} from "./abstract-value.js";

/** A call as the library's functions see it. */
interface LibraryCall {
  readonly reader: ProgramReader;
  readonly callee: AbstractValue;
  readonly args: readonly Argument[];
  readonly place: number;
  /** As it is written, with what it is a member of. */
  readonly symbol: string;
  /** The last part of it. */
  readonly name: string;
  readonly first: AbstractValue | undefined;
  readonly receiver: AbstractValue;
}

/** What calls of the languages' libraries give, as far as it matters to a request. The first that knows a call gives its value. */
export function callLibrary(
  reader: ProgramReader,
  callee: AbstractValue,
  args: readonly Argument[],
  place: number,
): AbstractValue | undefined {
  const symbol = callee.qualifiedName ?? "";
  const name = symbol.slice(Math.max(symbol.lastIndexOf("."), symbol.lastIndexOf(":")) + 1);
  const first = positionalArgument(args, 0);
  const call = { reader, callee, args, place, symbol, name, first, receiver: callee.receiver ?? callee };
  for (const subject of SUBJECTS) {
    const known = subject(call);
    if (known) return known.value;
  }
  return undefined;
}

/** What a call gives, which may be nothing; undefined where the call is of another kind. */
type Known = { readonly value: AbstractValue | undefined } | undefined;

const SUBJECTS: readonly ((call: LibraryCall) => Known)[] = [
  fetched,
  statusOrEnvironment,
  formOrDump,
  file,
  encoding,
  container,
  output,
  opened,
  started,
  request,
  passed,
];

/** The name of a secret tells nothing of what a store gives for it. */
function fetched({ name }: LibraryCall): Known {
  return callDoes(name, "fetches a secret") ? { value: stringResult([hole({ unread: true })]) } : undefined;
}

function statusOrEnvironment({ reader, callee, args, symbol, name, first, receiver }: LibraryCall): Known {
  if (name === "raise_for_status") {
    markFailureChecked([...requestsIn(receiver.content), ...(callee.request ? [callee.request] : [])]);
    return { value: receiver };
  }
  if (callDoes(symbol, "environment")) return { value: environment(reader, first, positionalArgument(args, 1)) };
  return undefined;
}

function formOrDump({ reader, args, place, symbol, name, first }: LibraryCall): Known {
  if (callDoes(name, "makes a form") || callDoes(symbol, "makes a form"))
    return { value: first && stringResult(formOf(first.content)) };
  if (name === "URLSearchParams" || name === "FormData")
    return {
      value: stringResult(first ? formOf(first.content).map((fragment) => ({ ...fragment, encoded: true })) : []),
    };
  if (callDoes(name, "encodes a field")) return { value: first && stringResult(formEncoded(asString(first.content))) };
  if (symbol === "json.dump" && args.length > 1) {
    if (/stdout$/.test(positionalArgument(args, 1)?.qualifiedName ?? ""))
      reader.host.print(first ? toJson(first.content) : [], "json.dump", reader.place(place));
    if (/stderr$/.test(positionalArgument(args, 1)?.qualifiedName ?? ""))
      reader.host.printError(first ? toJson(first.content) : [], "json.dump", reader.place(place));
    return { value: first };
  }
  return undefined;
}

/** Writes a file. What `write` gives is for others to say. */
function file({ reader, args, symbol, name, first, receiver }: LibraryCall): Known {
  const target = ["dump", "write", "write_text"].includes(name)
    ? (receiver.path ?? positionalArgument(args, 1)?.path)
    : undefined;
  if (target && first) reader.host.writeFile(target, name === "dump" ? toJson(first.content) : asString(first.content));
  if (!/^(?:fs\.)?(?:promises\.)?writeFile(?:Sync)?$/.test(symbol) || !first) return undefined;
  reader.host.writeFile(asString(first.content), asString(positionalArgument(args, 1)?.content ?? first.content));
  return { value: first };
}

function encoding({ reader, callee, args, symbol, name, first, receiver }: LibraryCall): Known {
  if (callDoes(name, "makes JSON")) return { value: first && stringResult(toJson(first.content)) };
  if (["loads", "parse", "load"].includes(name) && /json/i.test(symbol)) return { value: parseJson(reader, first) };
  if (callDoes(name, "makes base64")) return { value: first && stringResult(toBase64(asString(first.content))) };
  if (name === "toString" && first && /^base64/.test(concrete(asString(first.content)) ?? ""))
    return { value: stringResult(toBase64(asString(receiver.content))) };
  if (name === "format" && callee.qualifiedName?.endsWith(".format"))
    return { value: stringResult(formatBraces(asString(receiver.content), args)) };
  return undefined;
}

function container({ reader, args, symbol, name, first, receiver }: LibraryCall): Known {
  const value = callContainer(symbol, receiver, args);
  if (value) return { value };
  if (
    name === "get" &&
    first &&
    concrete(asString(first.content)) !== undefined &&
    !/^(?:https?:|\/)/.test(sketch(asString(first.content))) &&
    !isRequestClient(symbol)
  )
    return {
      value: { content: memberOf(receiver, concrete(asString(first.content)) ?? "", reader.host.taintOf) },
    };
  return undefined;
}

function output({ reader, args, place, symbol, first }: LibraryCall): Known {
  const logs = callDoes(symbol, "logs");
  if (!logs && !callDoes(symbol, "prints")) return undefined;
  const shown = args.filter((arg) => arg.name === undefined).flatMap((arg) => asString(arg.value.content));
  const error = logs || /stderr/.test(keywordArgument(args, "file")?.qualifiedName ?? "");
  reader.host[error ? "printError" : "print"](shown, symbol, reader.place(place));
  return { value: first };
}

function opened({ reader, name, first }: LibraryCall): Known {
  if (!first) return undefined;
  if (callDoes(name, "opens")) {
    const content = stringValue(fileOf(reader, first));
    return { value: { content, qualifiedName: "open()", path: asString(first.content) } };
  }
  if (callDoes(name, "reads")) return { value: { content: stringValue(fileOf(reader, first)) } };
  return undefined;
}

function started({ reader, symbol, first, args }: LibraryCall): Known {
  const checked = callDoes(symbol, "starts checked");
  if (!first || (!checked && !callDoes(symbol, "starts"))) return undefined;
  return { value: startProcess(reader, checked, first, args) };
}

function request({ reader, callee, args, place }: LibraryCall): Known {
  const value = reader.callRequest(callee, args, place);
  return value && { value };
}

/** What gives on what it is given, or what it is called on. */
function passed({ callee, args, symbol, name, first, receiver }: LibraryCall): Known {
  if (callDoes(name, "converts")) {
    const given = first ?? objectOf(args);
    return { value: given && { content: given.content, request: callee.request } };
  }
  if (!callDoes(name, "passes")) return undefined;
  // `jwt.encode(claims, key)`: a library's function, not a text's method.
  if (first && symbol.includes(".") && fragmentsOf(receiver.content).every(saysNothing)) return undefined;
  const subject = symbol.includes(".") ? receiver : first;
  return { value: subject && { content: subject.content, request: callee.request } };
}

const saysNothing = ({ text, provenance }: Fragment): boolean => text === undefined && provenance.length === 0;

/** A program that a program starts: a list of words, or a text for the shell. */
function startProcess(
  reader: ProgramReader,
  fails: boolean,
  command: AbstractValue,
  args: readonly Argument[],
): AbstractValue {
  const check = keywordArgument(args, "check");
  const checked = fails || (check !== undefined && concrete(asString(check.content)) === "True");
  const further = positionalArgument(args, 1);
  const listed =
    command.content.kind === "list"
      ? command.content.items
      : further?.content.kind === "list"
        ? [command.content, ...further.content.items]
        : undefined;
  const [name, ...rest] = listed?.map(asString) ?? [[literal("sh")], [literal("-c")], asString(command.content)];
  return stringResult(reader.host.start(sketch(name ?? []).replace(/^.*\//, ""), rest, checked));
}

function objectOf(args: readonly Argument[]): AbstractValue | undefined {
  const entries = args.flatMap((arg): [string, SymbolicValue][] =>
    arg.name === undefined || arg.name === "**" ? [] : [[arg.name, arg.value.content]],
  );
  return entries.length === 0 ? undefined : abstractValue({ kind: "object", entries: new Map(entries) });
}

function fileOf(reader: ProgramReader, path: AbstractValue): SymbolicString {
  const name = asString(path.content);
  if (/^(?:0|\/dev\/stdin)$/.test(concrete(name) ?? "")) return reader.host.stdin ?? [hole()];
  return reader.host.readFile(name) ?? [hole({ unread: true })];
}

function parseJson(reader: ProgramReader, from: AbstractValue | undefined): AbstractValue {
  const fragments =
    from?.qualifiedName?.includes("stdin") === true
      ? (reader.host.stdin ?? [hole()])
      : from
        ? asString(from.content)
        : [hole()];
  return abstractValue(parseJsonText(fragments) ?? stringValue(fragments));
}

/** A variable of the environment, known or by its name. */
export function environment(
  reader: ProgramReader,
  name: AbstractValue | undefined,
  fallback?: AbstractValue,
): AbstractValue {
  const key = name && concrete(asString(name.content));
  if (key === undefined) return abstractValue(stringValue([hole()]));
  const value = reader.host.environment(key);
  if (value) return stringResult(value);
  const standing = fallback && concrete(asString(fallback.content));
  const origin = { scope: "shell", address: key };
  if (fallback && standing !== undefined && standing !== "" && standing !== "None")
    return stringResult(
      asString(fallback.content).map((fragment) => ({ ...fragment, assumed: true, provenance: [origin] })),
    );
  return stringResult([hole({ ...reader.host.taintOf(key), provenance: [origin], expanded: true })]);
}
