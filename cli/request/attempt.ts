import { formEncodeLiteral } from "../../lib/program/form-encoding.js";
import { answerOf, type Answer } from "../program/answer.js";
import { diagnosisOf, type Diagnosis } from "../program/diagnosis.js";
import { startProgram } from "../program/start.js";
import type { Grant } from "./grants.js";
import type { Method } from "./methods.js";
import type { SecretSource } from "./secret-source.js";
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
      `client_id=${formEncodeLiteral(wanted.clientId)}`,
      ...declared(wanted.grant, method),
      ...secrets.flatMap(({ args }) => args),
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
function declared(grant: Grant, method: Method): string[] {
  const slots = [...method.secrets, ...grant.secrets];
  if (slots.length === 1 && slots[0] === CLIENT_SECRET) return [];
  return [
    ...slots.map(({ slot }) => `secret=${slot}`),
    ...grant.secrets.map(({ slot }) => `form_secret.${slot}=${slot}`),
  ];
}
