import { concrete, literal, sketch, slice, hole, type SymbolicString } from "../values/symbolic-string.js";
import type { HttpRequest } from "../requests/request.js";
import { failingWith, type ExitStatus } from "../program/exit-status.js";
import { scalar } from "../program/variable.js";
import { emit, type Invocation } from "../program/invocation.js";
import { OWN_PROGRAM } from "../vocabulary/own-program.js";
import { answerOf } from "../requests/answer.js";

/** What it does: a form to the token endpoint of its arguments, the secret by stdin, a failure where there is no token. */
export function runOwnProgram(invocation: Invocation): ExitStatus {
  const { args, shell, streams } = invocation;
  const argument = (name: string): SymbolicString | undefined => {
    const found = args.find((arg) => sketch(arg).startsWith(`${name}=`));
    return found && decoded(slice(found, name.length + 1));
  };
  const stdin = concrete(argument("client_secret.source") ?? []) === "stdin" ? streams.stdin : undefined;
  const secret = stdin ?? shell.variable("ACCESS_TOKEN_REQUEST_CLIENT_SECRET") ?? [hole({ taint: "secret" })];
  const request: HttpRequest = {
    tool: OWN_PROGRAM,
    place: invocation.place,
    url: argument("token_endpoint") ?? [hole()],
    urlChannel: "stdin",
    method: "POST",
    body: [
      {
        content: [literal("grant_type=client_credentials&client_secret="), ...secret],
        channel: "stdin",
        formEncodes: true,
      },
    ],
    headers: [],
    basicAuth: undefined,
    insecure: undefined,
    verbose: undefined,
    followsRedirects: undefined,
    failsOnError: true,
    failureChecked: true,
  };
  shell.effects.requests.push(request);
  const output = concrete(argument("output") ?? []);
  if (output === "json") emit(invocation, answerOf(request));
  if (output === "run") runWithToken(invocation, request);
  return failingWith([request]);
}

function runWithToken(invocation: Invocation, request: HttpRequest): void {
  const words = invocation.args.filter((arg) => sketch(arg).startsWith("run=")).map((arg) => decoded(slice(arg, 4)));
  const [name, ...args] = words;
  if (!name) return;
  invocation.shell.variables.set("ACCESS_TOKEN", scalar([hole({ taint: "token", requests: [request] })]));
  invocation.shell.startCommand([name, ...args], invocation.streams, invocation.place);
}

/** A form-encoded value, as far as it is known. */
const decoded = (text: SymbolicString): SymbolicString =>
  text.map((fragment) => (fragment.text === undefined ? fragment : { ...fragment, text: decode(fragment.text) }));

function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    return text;
  }
}
