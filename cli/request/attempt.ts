import { formEncodeLiteral } from "../../lib/program/form-encoding.js";
import { answerOf, type Answer } from "../program/answer.js";
import { diagnosisOf, type Diagnosis } from "../program/diagnosis.js";
import { startProgram } from "../program/start.js";
import type { Method } from "./methods.js";
import type { SecretSource } from "./secret-source.js";
import { signingArguments, type SignedHere } from "./signing.js";
import { CLIENT_SECRET } from "./slots.js";
import type { Wanted } from "./wanted.js";

/** One request, and how it ended. */
export interface Attempt {
  readonly method: Method;
  /** The program's exit status. */
  readonly status: number;
  readonly answer: Answer | undefined;
  readonly diagnosis: Diagnosis | undefined;
}

export interface Circumstances {
  readonly wanted: Wanted;
  readonly secrets: readonly SecretSource[];
  readonly shell: string;
  readonly onSaid: (text: Buffer) => void;
}

/** Makes the request once, by the program that the constructs place and with the arguments that they synthesize. */
export async function attempt(method: Method, { wanted, secrets, shell, onSaid }: Circumstances): Promise<Attempt> {
  const { status, stdout, stderr } = await startProgram({
    shell,
    args: [
      ...wanted.before,
      `client_authentication=${method.argument}`,
      ...(wanted.clientId === undefined ? [] : [`client_id=${formEncodeLiteral(wanted.clientId)}`]),
      ...declared(wanted, method, secrets),
      ...secrets.flatMap(({ args }) => args),
      ...signedBy(wanted, method).flatMap((jwt) => signingArguments(jwt, slotsOf(secrets))),
      ...wanted.after,
      "output=json",
    ],
    environment: process.env,
    stdin: secrets.flatMap(({ stdin }) => (stdin === "" ? [] : [`${stdin}\n`])).join(""),
    workingDirectory: process.cwd(),
    onSaid,
  });
  return {
    method,
    status,
    answer: status === 0 ? answerOf(stdout) : undefined,
    diagnosis: status === 0 ? undefined : diagnosisOf(stderr),
  };
}

/** The secrets' slots, as the constructs write them; one client secret alone is what the program takes for granted. */
function declared(wanted: Wanted, method: Method, secrets: readonly SecretSource[]): string[] {
  const slots = [...slotsOf(secrets), ...signedBy(wanted, method).map(({ slot }) => slot)];
  if (slots.length === 1 && slots[0] === CLIENT_SECRET.slot) return [];
  return [
    ...slots.map((slot) => `secret=${slot}`),
    ...wanted.bodySecrets.flatMap(([parameter, slot]) =>
      slots.includes(slot) ? [`form_secret.${parameter}=${slot}`] : [],
    ),
  ];
}

function slotsOf(secrets: readonly SecretSource[]): string[] {
  return secrets.flatMap(({ slot, declared: isDeclared }) => (isDeclared ? [slot.slot] : []));
}

/** The JWT of the grant, and that of the method where it is the one that was asked for: no other that is tried signs. */
function signedBy({ signed }: Wanted, method: Method): readonly SignedHere[] {
  return signed.filter(({ slot }) => slot !== "client_assertion" || method.signing !== undefined);
}
