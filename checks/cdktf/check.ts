import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { CheckOptions } from "../options/options.js";
import { describe, isRecord } from "../options/describe.js";
import { readOptions } from "../options/read-options.js";
import { readSynthesized } from "../configuration/read.js";
import { Recorder } from "../run/recorder.js";
import type { Report } from "../report/report.js";
import { checkStacks } from "./enforce.js";
import { isApp, isConstruct, isStack, stacksOf, type Stack } from "./kinds.js";

/**
 * Checks a stack, an app, or synthesized JSON (as text, or parsed), and gives the report. A stack is synthesized first,
 * into a folder that is removed again, so that its aspects have run. JSON of `Testing.synth` has no construct paths and no
 * acknowledgements: give the stack itself where they matter.
 *
 * @throws if the subject is none of these, or the options cannot be used
 */
export function checkAccessTokens(subject: unknown, options: CheckOptions = {}): Report {
  const checks = readOptions(options, "The options of the access token checks");
  if (isConstruct(subject)) {
    if (!isApp(subject) && !isStack(subject))
      throw new TypeError(
        `${subject.node.path} is neither an App nor a TerraformStack, and only these are synthesized.`,
      );
    const stacks = isApp(subject) ? stacksOf(subject) : [subject];
    for (const stack of stacks) stack.prepareStack();
    for (const stack of stacks) runAspects(stack);
    return checkStacks(stacks, checks);
  }
  const recorder = new Recorder(checks, { source: "options", folder: process.cwd() });
  recorder.examine([
    readSynthesized(parsed(subject), "cdk.tf.json", typeof subject === "string" ? () => subject : undefined),
  ]);
  return recorder.report();
}

/** Nothing but a synthesis runs a stack's aspects, which may well add what is to be checked. */
function runAspects(stack: Stack): void {
  const outdir = mkdtempSync(join(tmpdir(), "cdktf-oauth2-token-"));
  try {
    const place = { workingDirectory: ".", synthesizedStackPath: "cdk.tf.json", stackMetadataPath: "metadata.json" };
    stack.synthesizer.synthesize({ outdir, skipValidation: true, manifest: { outdir, forStack: () => place } });
  } finally {
    rmSync(outdir, { recursive: true });
  }
}

function parsed(subject: unknown): object {
  if (typeof subject !== "string") {
    if (isRecord(subject)) return subject;
    throw new TypeError(`A stack, an app, or synthesized JSON is needed, ${describe(subject)} was given.`);
  }
  let json: unknown;
  try {
    json = JSON.parse(subject);
  } catch {
    // The parser's own message would quote the text, which may hold a secret.
    throw new TypeError(
      "A stack, an app, or synthesized JSON is needed; a text that is not JSON was given. HCL is read by `cdktf-oauth2-token check` alone.",
    );
  }
  if (isRecord(json)) return json;
  throw new TypeError(`Synthesized JSON is an object, ${Array.isArray(json) ? "a list" : typeof json} was given.`);
}
