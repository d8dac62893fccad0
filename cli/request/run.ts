import type { Given } from "../options/option.js";
import { readOptions } from "../options/read.js";
import { MissingSecret, UsageError } from "../options/usage-error.js";
import type { Output } from "../output.js";
import { attempt, type Attempt, type Circumstances } from "./attempt.js";
import type { Method } from "./methods.js";
import { OPTIONS } from "./options.js";
import { askSecret } from "./prompt.js";
import { asJson, receivedAsText } from "./report.js";
import { asked, givenSource, secretSource, type Ask, type SecretSource } from "./secret-source.js";
import { literalRefused } from "./slots.js";
import { methodMayMatter, otherMethods, tryMethods } from "./try-methods.js";
import { USAGE } from "./usage.js";
import { wantedBy, type Wanted } from "./wanted.js";

/** The program's own statuses for a request that it cannot make, and for a secret that is missing. */
const BAD_ARGUMENTS = 10;
const NO_SECRET = 11;

/** Makes one access token request, and gives the exit status. */
export async function request(args: readonly string[], output: Output): Promise<number> {
  try {
    const given = readOptions(OPTIONS, args, literalRefused);
    if (given.has("help")) {
      output.out(USAGE);
      return 0;
    }
    return await carriedOut(given, output);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    // Overwrites the command line that others see, which may hold what was refused.
    process.title = "cdktf-oauth2-token";
    output.err(`${error.message}\nSee cdktf-oauth2-token request --help\n`);
    return error instanceof MissingSecret ? NO_SECRET : BAD_ARGUMENTS;
  }
}

async function carriedOut(given: Given, output: Output): Promise<number> {
  const wanted = wantedBy(given);
  const secrets = await secretsOf(wanted, given);
  const circumstances: Circumstances = {
    wanted,
    secrets,
    shell: given.one("shell") ?? "/bin/sh",
    onSaid: (text) => {
      output.err(text.toString("utf8"));
    },
  };
  const others = otherMethods(circumstances);
  const attempts = given.has("try-methods")
    ? await announced(circumstances, others, output)
    : [await attempt(wanted.method, circumstances)];
  const received = attempts.find(({ status }) => status === 0);
  if (given.has("json")) output.out(asJson(attempts, circumstances, given.has("show-token")));
  else if (received?.answer)
    output.out(receivedAsText(received.answer, received, circumstances, output, given.has("show-token")));
  if (!received) output.err(whatElse(attempts, others));
  return (received ?? attempts[0])?.status ?? BAD_ARGUMENTS;
}

/** Each that is needed, asked for where it is not given. */
async function secretsOf({ clientId, slots, secretParameters }: Wanted, given: Given): Promise<SecretSource[]> {
  const ask = onTerminal(clientId);
  const secrets: SecretSource[] = [];
  for (const slot of slots) {
    const source = await secretSource(slot, given, ask);
    if (source) secrets.push(source);
  }
  for (const { slot, way } of secretParameters)
    secrets.push(way ? givenSource(slot, ...way) : asked(slot, await ask(slot.what)));
  return secrets;
}

async function announced(circumstances: Circumstances, others: readonly Method[], { err }: Output): Promise<Attempt[]> {
  const { method, endpoint } = circumstances.wanted;
  const names = [method, ...others].map(({ name }) => name);
  const where = endpoint.argument === "issuer" ? `the token endpoint of ${endpoint.url}` : endpoint.url;
  err(
    `--try-methods makes up to ${names.length} requests to ${where}: ${names.join(", ")}. Servers may lock a client out after several refusals.\n`,
  );
  return tryMethods(circumstances, others, ({ name, help }) => {
    err(`\nTrying ${name}: ${help}.\n`);
  });
}

/** After a refusal that may be due to the method: what has not been tried yet. */
function whatElse(attempts: readonly Attempt[], others: readonly Method[]): string {
  const [first] = attempts;
  if (!first || !methodMayMatter(first) || others.length === 0) return "";
  if (attempts.length > 1)
    return `\nNo method was taken: ${attempts.map(({ method }) => method.name).join(", ")}. So it is the client id, the secret, or the host.\n`;
  const names = others.map(({ name }) => `--method ${name}`).join(" or ");
  return `\nWhat else could be tried: ${names}. --try-methods tries ${others.length === 1 ? "it, with one more request" : `them, with up to ${others.length} more requests`}; servers may lock a client out after several refusals.\n`;
}

function onTerminal(clientId: string | undefined): Ask {
  return async (what) => {
    if (!process.stdin.isTTY || !process.stderr.isTTY) return undefined;
    const question = `The ${what}${clientId === undefined ? "" : ` of ${clientId}`} (what you type is not shown): `;
    return (await askSecret(question, process.stdin, process.stderr)) ?? "";
  };
}
