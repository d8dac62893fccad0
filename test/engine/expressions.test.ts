import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { wasmOfSources } from "../../checks/configuration/hcl/wasm-files";
import { joinFiles, loadHclParser, readHcl } from "../../checks/configuration/read";
import { Budget } from "../../checks/terraform/budget";
import { ModuleInstance } from "../../checks/terraform/module";
import { workspaceOf } from "../../checks/terraform/workspace";
import { concrete } from "../../checks/values/symbolic-string";
import { toJson } from "../../checks/values/symbolic-value";
import { engineEnvironment } from "./engine-environment";
import { engineFor } from "./engine-for";

/** Expressions that the checks evaluate as Terraform does. */
const SAME = [
  '"a\\tb\\u0041"',
  '"$${a} %%{b}"',
  '"a-${"b"}-${1}"',
  '"${"x"}"',
  "<<EOT\na\n  b\nEOT\n",
  "<<-EOT\n    a\n      b ${local.text}\n  EOT\n",
  '"%{ for x in ["a", "b"] ~}${x},%{ endfor ~}"',
  '["a", "b"][1]',
  "local.object.list[0]",
  "local.objects[*].name",
  "local.objects.*.name",
  "local.objects.*.name[1]",
  "local.objects[*].list[1]",
  'local.objects[*]["name"]',
  "local.object[*].name",
  "local.object.name[*]",
  "local.empty[*].name",
  "null[*]",
  'local.object["name"]',
  '[for x in ["a", "b"] : "${x}!"]',
  '[for i, x in ["a", "b"] : "${i}${x}"]',
  '{ for k, v in { a = "1", b = "2" } : "${k}x" => v }',
  '{ (local.text) = "v", plain = "w", "quoted" : "x" }',
  'local.text != "" ? "full" : ""',
  'join("&", ["a=1", "b=2"])',
  'format("%s=%s%%", "a", "b")',
  'concat(["a"], ["b", "c"])',
  'merge({ a = "1" }, { a = "2", b = "3" })',
  'split(",", "a,b")',
  'replace("a+b", "+", "%2B")',
  'urlencode("a b&c")',
  'base64encode("a:b")',
  'base64decode("YTpi")',
  'jsonencode({ a = "x", b = [1, true, null] })',
  'jsondecode("{\\"a\\":[\\"b\\"]}")',
  'lookup({ a = "1" }, "b", "2")',
  'element(["a", "b"], 1)',
  'coalesce("", "a")',
  'flatten([["a"], ["b", "c"]])',
  'values({ a = "1", b = "2" })',
  "12",
  "true",
] as const;

/** Expressions of which the checks give a hole: they could not tell. */
const NOT_TOLD = [
  'sha256("a")',
  'formatdate("YYYY", "2026-11-26T00:00:00Z")',
  'length(["a"])',
  "1 + 2",
  '"a" == "a"',
  "!true",
];

/** Expressions of which the checks give something else, as checks/README.md says: each with what that is. */
const OTHERWISE: readonly (readonly [expression: string, ours: unknown])[] = [
  ['[for x in ["a", "b"] : x if x == "b"]', ["a", "b"]],
  ['false ? "a" : "b"', "a"],
  ['upper("a")', "a"],
  ['substr("abc", 0, 1)', "abc"],
];

const all = [...SAME, ...NOT_TOLD, ...OTHERWISE.map(([expression]) => expression)];
const TEXT = `locals {
  text    = "t"
  object  = { name = "n", list = ["l"] }
  objects = [{ name = "a", list = ["1", "2"] }, { name = "b", list = ["3", "4"] }]
  empty   = []
${all.map((expression, index) => `  e${index} = ${expression}\n`).join("")}}
`;

let module: ModuleInstance;

/** What the checks make of an expression; undefined where any of it is not known. */
function ours(expression: string): unknown {
  const value = module.local(`e${all.indexOf(expression)}`);
  const json = value && concrete(toJson(value));
  return json === undefined ? undefined : JSON.parse(json);
}

describe("expressions of Terraform's language", () => {
  beforeAll(async () => {
    await loadHclParser(wasmOfSources());
    const directory = joinFiles("/expressions", [readHcl(TEXT, "main.tf")]);
    module = new ModuleInstance(directory, workspaceOf([directory], {}, new Budget()));
  });

  it("are evaluated as Terraform evaluates them, or not told, or as the table says", async (context) => {
    const engine = await engineFor(context, "terraform");
    const folder = mkdtempSync(join(tmpdir(), "expressions-"));
    try {
      writeFileSync(join(folder, "main.tf"), TEXT);
      const asked = `jsonencode({${all.map((_, index) => `e${index} = local.e${index}`).join(", ")}})\n`;
      const env = { ...engineEnvironment() };
      const run = spawnSync(engine.binary, ["console"], { cwd: folder, env, input: asked, encoding: "utf8" });
      expect(run.stderr).toBe("");
      const theirs = JSON.parse(JSON.parse(run.stdout) as string) as Record<string, unknown>;
      const given = (expression: string): unknown => theirs[`e${all.indexOf(expression)}`];
      for (const expression of SAME) expect.soft(ours(expression), expression).toEqual(given(expression));
      for (const expression of NOT_TOLD) {
        expect.soft(given(expression), expression).toBeDefined();
        expect.soft(ours(expression), expression).toBeUndefined();
      }
      for (const [expression, otherwise] of OTHERWISE) {
        expect.soft(ours(expression), expression).toEqual(otherwise);
        expect.soft(given(expression), expression).not.toEqual(otherwise);
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
