import { existsSync, readFileSync } from "node:fs";
import type { SourceFile } from "../configuration/place.js";
import { known, literal, sketch, slice, unknown, type Text } from "../values/text.js";
import type { HttpRequest } from "../requests/request.js";
import { carrying, type Outcome } from "../program/outcome.js";
import { baseName, invoke } from "../shell/run-command.js";
import { scalar } from "../shell/words.js";
import { emit, type Invocation } from "./invocation.js";
import { answerOf } from "./request-input.js";

/** The program that this package's constructs place, beside the sources and in the package. */
const PLACES = ["../../lib/program/files/request.sh", "../lib/program/files/request.sh"];

let ownText: string | undefined;

/** Whether a script is that program: it is in every stack that uses the constructs, and known without being followed. */
export function isOwnProgram(file: SourceFile): boolean {
  ownText ??= PLACES.map((place) => new URL(place, import.meta.url))
    .filter((url) => existsSync(url))
    .map((url) => readFileSync(url, "utf8"))[0];
  return ownText !== undefined && file.text() === ownText;
}

/** What it does: a form to the token endpoint of its arguments, the secret by stdin, a failure where there is no token. */
export function runOwnProgram(invocation: Invocation): Outcome {
  const { args, shell, streams } = invocation;
  const argument = (name: string): Text | undefined => {
    const found = args.find((arg) => sketch(arg).startsWith(`${name}=`));
    return found && decoded(slice(found, name.length + 1));
  };
  const stdin = known(argument("client_secret.source") ?? []) === "stdin" ? streams.stdin : undefined;
  const secret = stdin ?? shell.variable("ACCESS_TOKEN_REQUEST_CLIENT_SECRET") ?? [unknown({ nature: "secret" })];
  const request: HttpRequest = {
    tool: "access-token-request",
    place: invocation.place,
    url: argument("token_endpoint") ?? [unknown()],
    urlChannel: "stdin",
    method: "POST",
    body: [
      {
        content: [literal("grant_type=client_credentials&client_secret="), ...secret],
        channel: "stdin",
        encodes: true,
      },
    ],
    headers: [],
    user: undefined,
    insecure: undefined,
    verbose: undefined,
    follows: undefined,
    fails: true,
    noticed: true,
  };
  shell.facts.requests.push(request);
  const output = known(argument("output") ?? []);
  if (output === "json") emit(invocation, answerOf(request));
  if (output === "run") runWithToken(invocation, request);
  return carrying([request]);
}

function runWithToken(invocation: Invocation, request: HttpRequest): void {
  const words = invocation.args.filter((arg) => sketch(arg).startsWith("run=")).map((arg) => decoded(slice(arg, 4)));
  const [name, ...args] = words;
  if (!name) return;
  invocation.shell.variables.set("ACCESS_TOKEN", scalar([unknown({ nature: "token", from: [request] })]));
  invoke({ ...invocation, name: baseName(sketch(name)), args }, name);
}

/** A form-encoded value, as far as it is known. */
const decoded = (text: Text): Text =>
  text.map((piece) => (piece.text === undefined ? piece : { ...piece, text: decode(piece.text) }));

function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    return text;
  }
}
