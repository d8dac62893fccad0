import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as constructs from "cdktf-oauth2-token";
import * as checks from "cdktf-oauth2-token/checks";
import * as matchers from "cdktf-oauth2-token/vitest";
import { TerraformStack, Testing } from "cdktf";
import { transform } from "esbuild";
import { expect } from "vitest";
import * as anyProvider from "../../examples/any-provider";
import type { Module } from "./typescript-blocks";

const load = createRequire(import.meta.url);

/** A test of a page is run where it stands, so that it is a part of this run. */
const asWritten = (_: string, body: () => unknown): unknown => body();

const OWN: Readonly<Record<string, unknown>> = {
  "cdktf-oauth2-token": constructs,
  "cdktf-oauth2-token/checks": checks,
  "cdktf-oauth2-token/vitest": matchers,
  "../../examples/any-provider": anyProvider,
  vitest: { expect, it: asWritten, test: asWritten, describe: asWritten },
};

/** Runs a module of a page, and gives what its stacks synthesize, each as text, validations included. */
export async function synthesizedBy(module: Module): Promise<string[]> {
  const outdir = mkdtempSync(join(tmpdir(), "docs-"));
  try {
    const stacks = Object.values(await exportsOf(module, outdir)).filter(isStackClass);
    const synthesized = stacks.map((Stack) => checkedAndSynthesized(new Stack(Testing.app(), "page")));
    return [...synthesized, ...writtenTo(outdir)];
  } finally {
    rmSync(outdir, { recursive: true });
  }
}

/** What a page tells to write passes our own checks as it is written. */
function checkedAndSynthesized(stack: TerraformStack): string {
  const report = checks.checkAccessTokens(stack);
  if (checks.fails(report)) throw new Error(checks.formatText(report));
  return Testing.synth(stack, true);
}

/** Runs a module of a page. What an app of its own synthesizes goes to a folder. */
export async function exportsOf({ source, file }: Pick<Module, "source" | "file">, outdir: string): Promise<object> {
  const { code } = await transform(source, { loader: "ts", format: "cjs", target: "node20", sourcefile: file });
  const before = process.env["CDKTF_OUTDIR"];
  process.env["CDKTF_OUTDIR"] = outdir;
  try {
    const module: { exports: Record<string, unknown> } = { exports: {} };
    // eslint-disable-next-line @typescript-eslint/no-implied-eval -- the page's own code, which is to be run
    const run = new Function("require", "module", "exports", code) as (...of: unknown[]) => void;
    run((name: string) => (name in OWN ? OWN[name] : (load(name) as unknown)), module, module.exports);
    return module.exports;
  } finally {
    if (before === undefined) delete process.env["CDKTF_OUTDIR"];
    else process.env["CDKTF_OUTDIR"] = before;
  }
}

function isStackClass(value: unknown): value is new (scope: unknown, id: string) => TerraformStack {
  return typeof value === "function" && value.prototype instanceof TerraformStack;
}

/** What a page's own app has synthesized. */
function writtenTo(outdir: string): string[] {
  return readdirSync(outdir, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith("cdk.tf.json"))
    .map((path) => readFileSync(join(outdir, path), "utf8"));
}
