import { parseJsonText } from "../../values/json.js";
import { concrete, literal, sketch, hole, type SymbolicString } from "../../values/symbolic-string.js";
import { asString, stringValue, toJson } from "../../values/symbolic-value.js";
import {
  memberOf,
  NOTHING,
  unprinted,
  stringResult,
  abstractValue,
  type Argument,
  type AbstractValue,
} from "../abstract-value.js";
import { cmdletNamed, type CmdletEffect } from "../../vocabulary/cmdlets.js";
import { isRequestProgram } from "../../vocabulary/programs.js";
import { bodyOf, headersOf, requestOf, sendRequest } from "../request-shape.js";
import type { CodeReader } from "./code-reader.js";

/** What a cmdlet sees of the program that calls it. */
export interface CmdletReader extends CodeReader {
  /** What turned tracing on. */
  tracedBy: string | undefined;
  set(name: string, value: AbstractValue): void;
}

export interface CmdletCall {
  readonly name: string;
  readonly args: readonly Argument[];
  /** What comes through the pipe. */
  readonly input: AbstractValue | undefined;
  readonly at: number;
}

/** A call with what it is about: what comes through the pipe, or what it is given. */
interface CmdletRun extends CmdletCall {
  readonly reader: CmdletReader;
  readonly first: AbstractValue | undefined;
  readonly subject: AbstractValue | undefined;
}

/** What a cmdlet gives, as far as it matters to a request. */
export function runCmdlet(reader: CmdletReader, call: CmdletCall): AbstractValue {
  const { name, args, input } = call;
  const does = cmdletNamed(name);
  const program = name.replace(/\.exe$/i, "").toLowerCase();
  // Of `curl` and `wget`, Windows PowerShell makes its own cmdlet.
  const own = does === "requests" && args.some((arg) => arg.name === "uri" || arg.name === "body");
  if (isRequestProgram(program) && !own) return startProgram(reader, program, call);
  const first = args.find((arg) => arg.name === undefined)?.value;
  const subject = input ?? argument(args, "inputobject", "object", "message") ?? first;
  return does
    ? EFFECTS[does]({ ...call, reader, first, subject })
    : unprinted(stringValue(args.flatMap((arg) => asString(arg.value.content))));
}

const EFFECTS: Readonly<Record<CmdletEffect, (run: CmdletRun) => AbstractValue>> = {
  requests: (run) => request(run.reader, run),
  "makes JSON": ({ subject }) => (subject ? stringResult(toJson(subject.content)) : NOTHING),
  "parses JSON": ({ subject }) =>
    subject ? abstractValue(parseJsonText(asString(subject.content)) ?? subject.content) : NOTHING,
  reads: ({ reader, args, first }) => {
    const path = argument(args, "path", "literalpath") ?? first;
    return stringResult((path && reader.host.readFile(asString(path.content))) ?? [hole({ unread: true })]);
  },
  writes: ({ reader, args, input, first }) => {
    const path = argument(args, "filepath", "path", "literalpath") ?? first;
    const content = input ?? argument(args, "value", "inputobject");
    if (path && content) reader.host.writeFile(asString(path.content), asString(content.content));
    return NOTHING;
  },
  copies: ({ reader, args, input, first }) => {
    const path = argument(args, "filepath", "literalpath") ?? first;
    if (path && input) reader.host.writeFile(asString(path.content), asString(input.content));
    return input ?? NOTHING;
  },
  shows: (run) => {
    run.reader.host.print(asString(shownBy(run).content), run.name, run.reader.place(run.at));
    return NOTHING;
  },
  passes: (run) => shownBy(run),
  keeps: ({ subject }) => ({ content: (subject ?? NOTHING).content }),
  selects: ({ reader, args, subject = NOTHING }) => {
    const property = argument(args, "expandproperty", "expand");
    return property
      ? abstractValue(memberOf(subject, sketch(asString(property.content)), reader.host.taintOf))
      : subject;
  },
  "joins paths": ({ args }) => {
    const parts = args.flatMap(({ value: { content } }) => (content.kind === "list" ? content.items : [content]));
    return stringResult(parts.flatMap((part, index) => [...(index > 0 ? [literal("/")] : []), ...asString(part)]));
  },
  traces: ({ reader, args }) => {
    if (concrete(asString(argument(args, "trace")?.content ?? stringValue([]))) !== "0")
      reader.tracedBy = "Set-PSDebug -Trace";
    return NOTHING;
  },
  nothing: () => NOTHING,
};

const shownBy = ({ args, first, subject }: CmdletRun): AbstractValue =>
  subject === first ? valuesOf(args) : (subject ?? NOTHING);

/** All that a cmdlet is given to show or to pass on. */
const valuesOf = (args: readonly Argument[]): AbstractValue =>
  stringResult(
    args
      .filter((arg) => arg.name === undefined || /object|message/.test(arg.name))
      .flatMap((arg) => asString(arg.value.content)),
  );

/** Parameters may be written short, as long as it is clear which is meant. */
function argument(args: readonly Argument[], ...names: string[]): AbstractValue | undefined {
  return args.find(
    (arg) =>
      arg.name !== undefined &&
      names.some(
        (name) => name === arg.name || (arg.name !== undefined && arg.name.length >= 3 && name.startsWith(arg.name)),
      ),
  )?.value;
}

function request(reader: CmdletReader, { name, args, input, at }: CmdletCall): AbstractValue {
  const uri = argument(args, "uri") ?? args.find((arg) => arg.name === undefined)?.value;
  const body = argument(args, "body") ?? input;
  const form = argument(args, "form");
  const headers = headersOf(argument(args, "headers")?.content);
  const type = argument(args, "contenttype");
  const method = argument(args, "method", "custommethod");
  const preference = concrete(asString(reader.variables.get("erroractionpreference")?.content ?? stringValue([])));
  const action =
    concrete(asString(argument(args, "erroraction", "ea")?.content ?? stringValue([]))) ?? preference ?? "";
  const skipped = argument(args, "skipcertificatecheck");
  const insecure =
    skipped && concrete(asString(skipped.content)) !== "false"
      ? "-SkipCertificateCheck"
      : /ServerCertificateValidationCallback|TrustAllCertsPolicy/.exec(reader.source.text)?.[0];
  const file = argument(args, "infile");
  const content: SymbolicString | undefined =
    file && (reader.host.readFile(asString(file.content)) ?? [hole({ unread: true })]);
  const fails = !argument(args, "skiphttperrorcheck") && !/^(?:SilentlyContinue|Ignore)$/i.test(action);
  const made = requestOf(reader, at, {
    tool: name,
    url: asString(uri?.content ?? stringValue([])),
    method: method ? concrete(asString(method.content))?.toUpperCase() : body || form ? "POST" : "GET",
    body: [
      ...(body ? bodyOf(body.content, {}) : []),
      ...(form ? bodyOf(form.content, { form: true }) : []),
      ...(content ? [{ content, channel: "file" as const, formEncodes: false }] : []),
    ],
    headers: type ? [...headers, { name: "Content-Type", value: asString(type.content), channel: "program" }] : headers,
    insecure,
    failsOnError: fails,
  });
  made.failureChecked = fails;
  const verbose = reader.tracedBy;
  return sendRequest(reader, verbose === undefined ? made : { ...made, verbose });
}

/** `curl.exe ...`: the real program, with the words as a shell would give them. */
function startProgram(reader: CmdletReader, program: string, { args }: CmdletCall): AbstractValue {
  const words = args.flatMap((arg): SymbolicString[] => {
    const value = asString(arg.value.content);
    if (arg.name === undefined) return [value];
    const flag: SymbolicString = [literal(`-${arg.name}`)];
    return concrete(value) === "true" ? [flag] : [flag, value];
  });
  return unprinted(stringValue(reader.host.start(program, words, false)));
}
