import { Token } from "cdktf";
import type { Construct } from "constructs";
import type { AccessTokenProps } from "../access-token-props";
import { escapeTemplate } from "../terraform/template";
import { programPath } from "./asset";

/**
 * The command that makes the request: the shell, the program and the request's form-encoded arguments.
 *
 * @internal
 */
export function programCommand(scope: Construct, props: AccessTokenProps, further: string[]): string[] {
  return [
    escapeTemplate(props.shell ?? "/bin/sh"),
    programPath(scope),
    ...props.request._arguments,
    ...timeout(scope, "connect_timeout", "connectTimeoutSeconds", props.connectTimeoutSeconds),
    ...timeout(scope, "timeout", "timeoutSeconds", props.timeoutSeconds),
    ...further,
  ];
}

function timeout(scope: Construct, argument: string, prop: string, seconds: number | undefined): string[] {
  if (seconds === undefined) return [];
  if (Token.isUnresolved(seconds)) return [`${argument}=${Token.asString(seconds)}`];
  if (!Number.isInteger(seconds) || seconds < 1 || seconds > 3600)
    throw new Error(`${scope.node.path}: ${prop} is ${seconds}. Allowed: whole seconds from 1 to 3600.`);
  return [`${argument}=${seconds}`];
}
