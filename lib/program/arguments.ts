import type { Construct } from "constructs";
import type { AccessTokenProps } from "../access-token-props";
import { connectionArguments } from "../connection";
import type { Faults } from "../faults";
import { responseFieldArguments } from "../response-fields";
import { Retry } from "../retry";
import { refuseSensitive } from "../terraform/exposure";
import { escapeTemplate } from "../terraform/template";
import { programPath } from "./asset";
import { secondsArgument } from "./seconds";

/**
 * The command that makes the request: the shell, the program and the request's form-encoded arguments.
 *
 * @param props what can be read of them: where the request is missing, that is among the faults
 * @throws all faults that have been found by then
 * @internal
 */
export function programCommand(
  faults: Faults,
  scope: Construct,
  props: Partial<AccessTokenProps>,
  further: readonly string[],
): [shell: string, program: string, ...programArguments: string[]] {
  const shell = shellPath(faults, props.shell ?? "/bin/sh");
  const programArguments = [
    ...(props.request?._arguments ?? []),
    ...secondsArgument(faults, "connect_timeout", "connectTimeoutSeconds", props.connectTimeoutSeconds, HOUR),
    ...secondsArgument(faults, "timeout", "timeoutSeconds", props.timeoutSeconds, HOUR),
    ...secondsArgument(faults, "minimum_lifetime", "minimumLifetimeSeconds", props.minimumLifetimeSeconds, YEAR),
    ...connectionArguments(faults, props),
    ...(props.acceptNarrowerScope ? ["narrower_scope=accept"] : []),
    ...furtherAttempts(props.retry),
    ...(props.http1Only ? ["http_version=1.1"] : []),
    ...responseFieldArguments(faults, props.responseFields),
    ...further,
  ];
  faults.throwAny();
  const named = programArguments.flatMap((argument) => {
    const name = nameOf(argument);
    return name === undefined ? [] : [[name, argument] as const];
  });
  refuseSensitive(scope, [["shell", shell], ...named], "the process list");
  return [shell, programPath(scope), ...programArguments];
}

/** How a user knows an argument. A client id is no secret (RFC 6749 section 2.2), so it may come from any variable. */
function nameOf(argument: string): string | undefined {
  const name = argument.slice(0, argument.indexOf("="));
  if (name === "client_id") return undefined;
  if (name === "form.scope") return "scopes";
  if (name.startsWith("form.")) return `the parameter "${name.slice("form.".length)}"`;
  const [, claim] = /^jwt\.[^.]*\.claim\.(.*)/.exec(name) ?? [];
  if (claim !== undefined) return `the claim "${claim}"`;
  if (name.startsWith("header.")) return `the header "${name.slice("header.".length)}"`;
  if (name.endsWith(".file")) return "the path of Secret.fromFile";
  if (name.endsWith(".command")) return "the command of Secret.fromCommand";
  return NAMES.get(name) ?? name;
}

const NAMES = new Map([
  ["issuer", "the issuer"],
  ["token_endpoint", "the token endpoint's URL"],
  ["revocation_endpoint", "the revocation endpoint's URL"],
  ["connect_timeout", "connectTimeoutSeconds"],
  ["timeout", "timeoutSeconds"],
  ["minimum_lifetime", "minimumLifetimeSeconds"],
]);

/** The one text that is not form-encoded. Terraform drops an empty one, and CDKTF writes no backslash into HCL rightly. */
function shellPath(faults: Faults, shell: string): string {
  if (shell === "" || /[\0-\x1f\x7f"]/.test(shell))
    faults.add(
      "invalid-shell",
      `shell is ${JSON.stringify(shell)}. Allowed: the path of a POSIX shell, such as "/bin/sh" or "C:/Program Files/Git/bin/sh.exe", without line breaks or quotes.`,
    );
  else if (/(^|[/\\])(cmd|powershell|pwsh|fish|t?csh|nu)(\.exe)?$/i.test(shell))
    faults.add(
      "invalid-shell",
      `shell is ${JSON.stringify(shell)}, which is not a POSIX shell. Allowed: the path of one, such as "/bin/sh" or "C:/Program Files/Git/bin/sh.exe".`,
    );
  return escapeTemplate(shell.replace(/\\/g, "/"));
}

function furtherAttempts({ _times: times }: Retry = Retry.upTo(3)): string[] {
  return times === 0 ? [] : [`retry=${times}`];
}

const HOUR = 3600;
const YEAR = 365 * 24 * HOUR;
