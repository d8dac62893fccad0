import { literal, hole, sketch, slice, split, type SymbolicString } from "../values/symbolic-string.js";
import type { BodyPart, HttpRequest } from "../requests/request.js";
import { failingWith, type ExitStatus } from "../program/exit-status.js";
import { scalar } from "../program/variable.js";
import { emit, type Invocation } from "../program/invocation.js";
import { OWN_PROGRAM } from "../vocabulary/own-program.js";
import { answerOf } from "../requests/answer.js";
import { OwnProgramArguments } from "./own-program-arguments.js";

/** What it does: a form to the token endpoint of its arguments, with secrets that no argument holds; a failure where there is no token. */
export function runOwnProgram(invocation: Invocation): ExitStatus {
  const args = new OwnProgramArguments(invocation.args);
  const { effects } = invocation.shell;
  const request: HttpRequest = {
    tool: OWN_PROGRAM,
    place: invocation.place,
    url: args.value("token_endpoint") ?? [hole()],
    urlChannel: "stdin",
    method: "POST",
    body: bodyOf(args, invocation),
    headers: [],
    basicAuth: undefined,
    insecure: undefined,
    verbose: undefined,
    followsRedirects: undefined,
    failsOnError: true,
    failureChecked: true,
  };
  effects.requests.push(request);
  for (const slot of signingSlots(args))
    effects.literals.push({ name: slot, value: secretOf(slot, args, invocation), place: invocation.place });
  const output = args.text("output");
  if (output === "json") emit(invocation, answerOf(request));
  if (output === "run") runWithToken(args, invocation, request);
  return failingWith([request]);
}

/** The client's secret is told as a field, whichever way it is sent: it is known by that name. */
function bodyOf(args: OwnProgramArguments, invocation: Invocation): BodyPart[] {
  const { clientSlot } = args;
  const secrets: (readonly [name: string, slot: string])[] = [
    ...(clientSlot === undefined ? [] : [[clientSlot, clientSlot] as const]),
    ...args.after("form_secret.").map(([name, slot]) => [name, sketch(slot)] as const),
  ];
  return [
    ...args.after("form.").map(([name, value]): BodyPart => part(name, value, "argument")),
    ...secrets.map(([name, slot]): BodyPart => part(name, secretOf(slot, args, invocation), "stdin")),
  ];
}

const part = (name: string, value: SymbolicString, channel: BodyPart["channel"]): BodyPart => ({
  content: [literal(`${name}=`), ...value],
  channel,
  formEncodes: true,
});

/** Keys, and what opens them: they are not sent. */
function signingSlots(args: OwnProgramArguments): string[] {
  const sent = new Set([args.clientSlot, ...args.after("form_secret.").map(([, slot]) => sketch(slot))]);
  return args.slots.filter((slot) => !sent.has(slot) && args.value(`${slot}.source`) === undefined);
}

function secretOf(slot: string, args: OwnProgramArguments, { shell, streams }: Invocation): SymbolicString {
  const unknown: SymbolicString = [hole({ taint: "secret" })];
  // What is signed in the run is written down nowhere.
  if (args.all("jwt").some((name) => sketch(name) === slot) || args.value(`${slot}.command`)) return unknown;
  const file = args.value(`${slot}.file`);
  if (file) return shell.readFile(file) ?? unknown;
  if (args.text(`${slot}.source`) === "stdin") return lineOf(slot, streams.stdin ?? []) ?? unknown;
  const variable = args.text(`${slot}.environment`) ?? `ACCESS_TOKEN_REQUEST_${slot.toUpperCase()}`;
  return shell.variable(variable) ?? unknown;
}

/** `<slot>=<value>` among the lines of standard input. */
function lineOf(slot: string, stdin: SymbolicString): SymbolicString | undefined {
  const line = split(stdin, "\n").find((candidate) => sketch(candidate).startsWith(`${slot}=`));
  return line && slice(line, slot.length + 1);
}

function runWithToken(args: OwnProgramArguments, invocation: Invocation, request: HttpRequest): void {
  const [name, ...words] = args.all("run");
  if (!name) return;
  invocation.shell.variables.set("ACCESS_TOKEN", scalar([hole({ taint: "token", requests: [request] })]));
  invocation.shell.startCommand([name, ...words], invocation.streams, invocation.place);
}
