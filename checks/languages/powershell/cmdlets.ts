import { parseJsonText } from "../../values/json-text.js";
import { known, literal, sketch, unknown, type Text } from "../../values/text.js";
import { asText, text, toJson } from "../../values/value.js";
import { memberOf, textThing, thing, type Argument, type Thing } from "../thing.js";
import { bodyOf, headersOf, requestOf, sent } from "../request-shape.js";
import type { PowerShellExpressions } from "./expressions.js";

export interface CmdletCall {
  readonly name: string;
  readonly args: readonly Argument[];
  /** What comes through the pipe. */
  readonly input: Thing | undefined;
  readonly at: number;
}

const PRINTS =
  /^(?:Write-(?:Host|Output|Verbose|Information|Debug|Warning|Progress)|echo|Out-(?:Host|Default|String)|Format-\w+)$/i;
const NOTHING = (): Thing => thing(text([]), "nothing");

/** What a cmdlet gives, as far as it matters to a request. */
export function runCmdlet(reader: PowerShellExpressions, call: CmdletCall): Thing {
  const { name, args, input, at } = call;
  const first = args.find((arg) => arg.name === undefined)?.thing;
  const subject = input ?? argument(args, "inputobject", "object", "message") ?? first;
  if (
    /^(?:Invoke-RestMethod|irm|Invoke-WebRequest|iwr)$/i.test(name) ||
    (/^(?:curl|wget)$/i.test(name) && args.some((arg) => arg.name === "uri" || arg.name === "body"))
  )
    return request(reader, call);
  if (/^(?:curl|wget|http|xh)(?:\.exe)?$/i.test(name)) return program(reader, call);
  if (/^ConvertTo-Json$/i.test(name)) return subject ? textThing(toJson(subject.value)) : NOTHING();
  if (/^ConvertFrom-Json$/i.test(name))
    return subject ? thing(parseJsonText(asText(subject.value)) ?? subject.value) : NOTHING();
  if (/^(?:Get-Content|gc|cat|type)$/i.test(name)) {
    const path = argument(args, "path", "literalpath") ?? first;
    return textThing((path && reader.host.readFile(asText(path.value))) ?? [unknown({ unread: true })]);
  }
  if (/^Tee-Object$/i.test(name) || PRINTS.test(name)) {
    const shown = subject ? asText(subject.value) : [];
    // Verbose and debug output is shown only when somebody asks for it.
    if (!/^Write-(?:Verbose|Debug)$/i.test(name))
      reader.host.print(
        name === "Write-Output" || subject === first
          ? args
              .filter((arg) => arg.name === undefined || /object|message/.test(arg.name))
              .flatMap((arg) => asText(arg.thing.value))
          : shown,
        name,
        reader.place(at),
      );
    return NOTHING();
  }
  if (/^Write-Error$/i.test(name)) return NOTHING();
  if (/^(?:Out-File|Set-Content|Add-Content)$/i.test(name)) {
    const path = argument(args, "filepath", "path", "literalpath") ?? first;
    const content = input ?? argument(args, "value", "inputobject");
    if (path && content) reader.host.writeFile(asText(path.value), asText(content.value));
    return NOTHING();
  }
  if (
    /^(?:Out-Null|Start-Sleep|Set-StrictMode|Import-Module|Set-Location|Remove-\w+|New-Item|Export-\w+|exit|cd)$/i.test(
      name,
    )
  )
    return NOTHING();
  if (/^Set-PSDebug$/i.test(name)) {
    if (known(asText(argument(args, "trace")?.value ?? text([]))) !== "0")
      reader.set("#traced", textThing([literal("Set-PSDebug -Trace")]));
    return NOTHING();
  }
  if (/^(?:Select-Object|select)$/i.test(name) && subject) {
    const property = argument(args, "expandproperty", "expand");
    return property ? thing(memberOf(subject, sketch(asText(property.value)))) : subject;
  }
  if (
    /^(?:New-Object|ConvertTo-SecureString|Get-Variable|Join-Path|Select-String|Where-Object|Sort-Object)$/i.test(name)
  )
    return { value: (subject ?? NOTHING()).value };
  return thing(text(args.flatMap((arg) => asText(arg.thing.value))), "made");
}

/** Parameters may be written short, as long as it is clear which is meant. */
function argument(args: readonly Argument[], ...names: string[]): Thing | undefined {
  return args.find(
    (arg) =>
      arg.name !== undefined &&
      names.some(
        (name) => name === arg.name || (arg.name !== undefined && arg.name.length >= 3 && name.startsWith(arg.name)),
      ),
  )?.thing;
}

function request(reader: PowerShellExpressions, { name, args, input, at }: CmdletCall): Thing {
  const uri = argument(args, "uri") ?? args.find((arg) => arg.name === undefined)?.thing;
  const body = argument(args, "body") ?? input;
  const form = argument(args, "form");
  const headers = headersOf(argument(args, "headers")?.value);
  const type = argument(args, "contenttype");
  const method = argument(args, "method", "custommethod");
  const preference = known(asText(reader.variables.get("erroractionpreference")?.value ?? text([])));
  const action = known(asText(argument(args, "erroraction", "ea")?.value ?? text([]))) ?? preference ?? "";
  const skipped = argument(args, "skipcertificatecheck");
  const insecure =
    skipped && known(asText(skipped.value)) !== "false"
      ? "-SkipCertificateCheck"
      : /ServerCertificateValidationCallback|TrustAllCertsPolicy/.exec(reader.composition.source)?.[0];
  const file = argument(args, "infile");
  const content: Text | undefined = file && (reader.host.readFile(asText(file.value)) ?? [unknown({ unread: true })]);
  const fails = !argument(args, "skiphttperrorcheck") && !/^(?:SilentlyContinue|Ignore)$/i.test(action);
  const made = requestOf(reader, at, {
    tool: name,
    url: asText(uri?.value ?? text([])),
    method: method ? known(asText(method.value))?.toUpperCase() : body || form ? "POST" : "GET",
    body: [
      ...(body ? bodyOf(body.value, {}) : []),
      ...(form ? bodyOf(form.value, { form: true }) : []),
      ...(content ? [{ content, channel: "file" as const, encodes: false }] : []),
    ],
    headers: type ? [...headers, { name: "Content-Type", value: asText(type.value), channel: "program" }] : headers,
    insecure,
    fails,
  });
  made.noticed = fails;
  const traced = reader.variables.get("#traced");
  return sent(reader, traced ? { ...made, verbose: sketch(asText(traced.value)) } : made);
}

/** `curl.exe ...`: the real program, with the words as a shell would give them. */
function program(reader: PowerShellExpressions, { name, args }: CmdletCall): Thing {
  const words = args.flatMap((arg): Text[] => {
    const value = asText(arg.thing.value);
    if (arg.name === undefined) return [value];
    const flag: Text = [literal(`-${arg.name}`)];
    return known(value) === "true" ? [flag] : [flag, value];
  });
  return thing(text(reader.host.start(name.replace(/\.exe$/i, ""), words, false)), "made");
}
