import { existsSync } from "node:fs";
import { readOptions } from "../options/read.js";
import { UsageError } from "../options/usage-error.js";
import type { Given } from "../options/option.js";
import type { Output } from "../output.js";
import { literalRefused } from "../request/slots.js";
import { makeAll } from "./make.js";
import { namesOf } from "./names.js";
import { OPTIONS } from "./options.js";
import { placedIn } from "./placed.js";
import { prepare, type Prepared } from "./prepare.js";
import { asJson, asText, statusOf, type Verification } from "./report.js";
import { findStacks } from "./stacks.js";
import { USAGE } from "./usage.js";

const COULD_NOT_RUN = 2;

/** Makes the requests of stacks, and gives the exit status. */
export async function verify(args: readonly string[], output: Output): Promise<number> {
  try {
    const given = readOptions(OPTIONS, args.map(asTerraformWritesIt), literalRefused);
    if (given.has("help")) {
      output.out(USAGE);
      return 0;
    }
    const verification = await verified(given);
    output.out(given.has("json") ? asJson(verification) : asText(verification, output));
    return statusOf(verification);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    process.title = "cdktf-oauth2-token";
    output.err(`${error.message}\nSee cdktf-oauth2-token verify --help\n`);
    return COULD_NOT_RUN;
  }
}

function asTerraformWritesIt(arg: string): string {
  return /^-var-file(=|$)/.test(arg) ? `-${arg}` : arg;
}

async function verified(given: Given): Promise<Verification> {
  const paths = given.positionals.length > 0 ? given.positionals : [existsSync("cdktf.out") ? "cdktf.out" : "."];
  const { stacks, problems } = await findStacks(paths);
  const prepared: Prepared[] = [];
  const others = problems.map((why) => ({ why }));
  for (const stack of stacks) {
    const placed = placedIn(stack);
    // A stack without a request needs no variables.
    if (placed.length === 0) continue;
    const { names, faults } = namesOf(stack, given.all("var-file"), process.env);
    others.push(...faults.map((why) => ({ why })));
    const wishes = { useSingleUse: given.has("use-single-use"), shell: given.one("shell") };
    prepared.push(...placed.map((one) => prepare(one, names, wishes)));
  }
  return {
    made: await makeAll(prepared.flatMap((one) => (one.kind === "ready" ? [one.ready] : []))),
    leftOut: prepared.flatMap((one) => (one.kind === "left out" ? [{ construct: one.construct, why: one.why }] : [])),
    problems: [
      ...others,
      ...prepared.flatMap((one) => (one.kind === "problem" ? [{ construct: one.construct, why: one.why }] : [])),
    ],
  };
}
