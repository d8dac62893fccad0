import { inspect } from "node:util";
import { Token } from "cdktf";
import type { Construct } from "constructs";
import type { AccessTokenProps } from "../access-token-props";
import { refuseSensitive } from "../terraform/exposure";
import { escapeTemplate } from "../terraform/template";
import { programPath } from "./asset";

/**
 * The command that makes the request: the shell, the program and the request's form-encoded arguments.
 *
 * @internal
 */
export function programCommand(scope: Construct, props: AccessTokenProps, further: string[]): string[] {
  refuseSensitive(
    scope,
    [...props.request._arguments, ...further].flatMap((argument) => {
      const name = nameOf(argument);
      return name === undefined ? [] : [[name, argument] as const];
    }),
    "the process list",
  );
  return [
    shellPath(scope, props.shell ?? "/bin/sh"),
    programPath(scope),
    ...props.request._arguments,
    ...seconds(scope, "connect_timeout", "connectTimeoutSeconds", props.connectTimeoutSeconds, HOUR),
    ...seconds(scope, "timeout", "timeoutSeconds", props.timeoutSeconds, HOUR),
    ...seconds(scope, "minimum_lifetime", "minimumLifetimeSeconds", props.minimumLifetimeSeconds, YEAR),
    ...further,
  ];
}

/** How a user knows an argument. A client id is no secret (RFC 6749 section 2.2), so it may come from any variable. */
function nameOf(argument: string): string | undefined {
  const name = argument.slice(0, argument.indexOf("="));
  if (name === "client_id") return undefined;
  if (name === "form.scope") return "scopes";
  if (name.startsWith("form.")) return `the parameter "${name.slice("form.".length)}"`;
  return NAMES.get(name) ?? name;
}

const NAMES = new Map([
  ["token_endpoint", "the token endpoint's URL"],
  ["client_secret.file", "the path of Secret.fromFile"],
  ["client_secret.command", "the command of Secret.fromCommand"],
]);

/** The one text that is not form-encoded. Terraform drops an empty one, and CDKTF writes no backslash into HCL rightly. */
function shellPath(scope: Construct, shell: string): string {
  if (shell === "" || /[\0-\x1f\x7f"]/.test(shell))
    throw new Error(
      `${scope.node.path}: shell is ${JSON.stringify(shell)}. Allowed: the path of a POSIX shell, such as "/bin/sh" or "C:/Program Files/Git/bin/sh.exe", without line breaks or quotes.`,
    );
  if (/(^|[/\\])(cmd|powershell|pwsh|fish|t?csh|nu)(\.exe)?$/i.test(shell))
    throw new Error(
      `${scope.node.path}: shell is ${JSON.stringify(shell)}, which is no POSIX shell. Allowed: the path of one, such as "/bin/sh" or "C:/Program Files/Git/bin/sh.exe".`,
    );
  return escapeTemplate(shell.replace(/\\/g, "/"));
}

const HOUR = 3600;
const YEAR = 365 * 24 * HOUR;

function seconds(scope: Construct, argument: string, prop: string, value: number | undefined, most: number): string[] {
  if (value === undefined) return [];
  if (Token.isUnresolved(value)) return [`${argument}=${Token.asString(value)}`];
  if (!Number.isInteger(value) || value < 1 || value > most)
    throw new Error(`${scope.node.path}: ${prop} is ${inspect(value)}. Allowed: whole seconds from 1 to ${most}.`);
  return [`${argument}=${value}`];
}
