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

/** Shows what it is given, wherever the pipeline's output goes. */
const SHOWS = /^(?:Write-(?:Host|Information|Warning|Progress)|Out-(?:Host|Default))$/i;
/** Gives on what it is given. */
const PASSES = /^(?:Write-Output|write|echo|Out-String|Format-\w+)$/i;
/** Gives nothing, and nothing of it matters. Verbose and debug output is shown only when somebody asks for it. */
const SILENT =
  /^(?:Write-(?:Error|Verbose|Debug)|Out-Null|Start-Sleep|Set-StrictMode|Import-Module|Set-Location|Remove-\w+|New-Item|Export-\w+|Set-(?:Item|Variable)|exit|cd)$/i;

/** What a cmdlet gives, as far as it matters to a request. */
export function runCmdlet(reader: CmdletReader, call: CmdletCall): AbstractValue {
  const { name, args, input, at } = call;
  const first = args.find((arg) => arg.name === undefined)?.value;
  const subject = input ?? argument(args, "inputobject", "object", "message") ?? first;
  if (
    /^(?:Invoke-RestMethod|irm|Invoke-WebRequest|iwr)$/i.test(name) ||
    (/^(?:curl|wget)$/i.test(name) && args.some((arg) => arg.name === "uri" || arg.name === "body"))
  )
    return request(reader, call);
  if (/^(?:curl|wget|http|xh)(?:\.exe)?$/i.test(name)) return program(reader, call);
  if (/^ConvertTo-Json$/i.test(name)) return subject ? stringResult(toJson(subject.content)) : NOTHING;
  if (/^ConvertFrom-Json$/i.test(name))
    return subject ? abstractValue(parseJsonText(asString(subject.content)) ?? subject.content) : NOTHING;
  if (/^(?:Get-Content|gc|cat|type)$/i.test(name)) {
    const path = argument(args, "path", "literalpath") ?? first;
    return stringResult((path && reader.host.readFile(asString(path.content))) ?? [hole({ unread: true })]);
  }
  if (SILENT.test(name)) return NOTHING;
  if (PASSES.test(name)) return subject === first ? valuesOf(args) : (subject ?? NOTHING);
  if (SHOWS.test(name)) {
    const shown = subject === first ? valuesOf(args) : (subject ?? NOTHING);
    reader.host.print(asString(shown.content), name, reader.place(at));
    return NOTHING;
  }
  if (/^(?:Tee-Object|tee)$/i.test(name)) {
    const path = argument(args, "filepath", "literalpath") ?? first;
    if (path && input) reader.host.writeFile(asString(path.content), asString(input.content));
    return input ?? NOTHING;
  }
  if (/^(?:Out-File|Set-Content|Add-Content)$/i.test(name)) {
    const path = argument(args, "filepath", "path", "literalpath") ?? first;
    const content = input ?? argument(args, "value", "inputobject");
    if (path && content) reader.host.writeFile(asString(path.content), asString(content.content));
    return NOTHING;
  }
  if (/^Set-PSDebug$/i.test(name)) {
    if (concrete(asString(argument(args, "trace")?.content ?? stringValue([]))) !== "0")
      reader.tracedBy = "Set-PSDebug -Trace";
    return NOTHING;
  }
  if (/^(?:Select-Object|select)$/i.test(name) && subject) {
    const property = argument(args, "expandproperty", "expand");
    return property
      ? abstractValue(memberOf(subject, sketch(asString(property.content)), reader.host.taintOf))
      : subject;
  }
  if (
    /^(?:New-Object|ConvertTo-SecureString|Get-Variable|Join-Path|Select-String|Where-Object|Sort-Object)$/i.test(name)
  )
    return { content: (subject ?? NOTHING).content };
  return unprinted(stringValue(args.flatMap((arg) => asString(arg.value.content))));
}

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
function program(reader: CmdletReader, { name, args }: CmdletCall): AbstractValue {
  const words = args.flatMap((arg): SymbolicString[] => {
    const value = asString(arg.value.content);
    if (arg.name === undefined) return [value];
    const flag: SymbolicString = [literal(`-${arg.name}`)];
    return concrete(value) === "true" ? [flag] : [flag, value];
  });
  return unprinted(stringValue(reader.host.start(name.replace(/\.exe$/i, ""), words, false)));
}
