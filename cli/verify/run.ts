import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readOptions } from "../options/read.js";
import { UsageError } from "../options/usage-error.js";
import type { Given } from "../options/option.js";
import type { Output } from "../output.js";
import { literalRefused } from "../request/slots.js";
import { evaluate, type Names } from "./evaluate.js";
import { makeAll } from "./make.js";
import { OPTIONS } from "./options.js";
import { placedIn } from "./placed.js";
import { prepare, type Prepared } from "./prepare.js";
import { asJson, asText, statusOf, type Verification } from "./report.js";
import { findStacks, type Stack } from "./stacks.js";
import { USAGE } from "./usage.js";
import { NotKnown, type Value } from "./value.js";
import { valuesOf, variableFiles, variableValue } from "./variables.js";

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
    const { names, faults } = namesOf(stack, given.all("var-file"));
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

/** What a stack's names stand for, each evaluated when it is asked for. */
function namesOf(stack: Stack, varFiles: readonly string[]): { names: Names; faults: readonly string[] } {
  const files = valuesOf(variableFiles(stack.folder, process.cwd(), varFiles));
  const locals = new Map(
    stack.blocks.filter(({ type }) => type === "locals").flatMap(({ attributes }) => [...attributes]),
  );
  const open = new Set<string>();
  const names: Names = {
    variable: (name) => variableValue(name, stack.blocks, process.env, files.values),
    local: (name): Value => {
      const value = locals.get(name)?.value();
      if (!value || open.has(name))
        throw new NotKnown(`the local value "${name}" ${value ? "refers to itself" : "is not in the stack"}`, true);
      open.add(name);
      try {
        return evaluate(value, names);
      } finally {
        open.delete(name);
      }
    },
    workspace: workspaceOf(stack.folder),
    workingDirectory: stack.folder,
  };
  return { names, faults: files.problems };
}

/** https://developer.hashicorp.com/terraform/language/state/workspaces: Terraform keeps its choice beside the stack. */
function workspaceOf(folder: string): string {
  const chosen = process.env["TF_WORKSPACE"];
  if (chosen !== undefined && chosen !== "") return chosen;
  const kept = join(folder, ".terraform", "environment");
  return existsSync(kept) ? readFileSync(kept, "utf8").trim() : "default";
}
