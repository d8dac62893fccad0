import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseExpression } from "../../../checks/configuration/expressions/parse";
import { loadHclParser, readHcl } from "../../../checks/configuration/read";
import { wasmOfSources } from "../../../checks/configuration/hcl/wasm-files";
import { evaluate } from "../../../cli/verify/evaluate";
import { namesOf } from "../../../cli/verify/names";
import { NotKnown } from "../../../cli/verify/value";
import { cannotRun } from "../../needs";

const STACK = `
variable "text" { type = string }
variable "number" { type = number }
variable "bool" { type = bool }
variable "list" { type = list(string) }
variable "map" { type = map(string) }
variable "untyped" {}
variable "fallback" {
  type    = string
  default = "a b"
}
locals {
  url   = "https://\${var.map["host"]}:\${var.number}/token"
  chain = upper(local.url)
}
`;
const TFVARS = `map = { host = "example.com", "a-b" = "c" }\n`;
const ENVIRONMENT = {
  TF_VAR_text: `p$ss+w%rd= "'&\\ é €`,
  TF_VAR_number: "8080",
  TF_VAR_bool: "true",
  TF_VAR_list: '["read", "write"]',
  TF_VAR_untyped: '["kept as text"]',
};

/** Each as it could stand in an argument; the last ones are those that CDKTF writes. */
const EXPRESSIONS = [
  "var.text",
  "var.untyped",
  "var.fallback",
  '"${var.number}"',
  "var.map.host",
  'var.map["a-b"]',
  "var.list[1]",
  "var.list[var.bool ? 0 : 1]",
  "local.chain",
  "urlencode(var.text)",
  'urlencode("-_.~!*\'()/ü")',
  "base64encode(var.text)",
  'base64decode("YSBi")',
  "lower(upper(var.text))",
  'chomp("a\\n\\n")',
  'trimspace("  a ")',
  'trimprefix("abc", "a")',
  'trimsuffix("abc", "c")',
  'replace("a.b.c", ".", "$&")',
  'split(",", "a,b")',
  "tostring(var.number)",
  'tonumber("12")',
  'join(" ", var.list)',
  'join(" ", concat(var.list, ["x"]))',
  'compact(["", "a"])',
  'coalesce("", var.fallback)',
  'format("%s-%d-%%-%v", "a", var.number, var.bool)',
  'lookup(var.map, "host", "x")',
  'lookup(var.map, "none", "x")',
  "element(var.list, 3)",
  'jsondecode("{\\"a\\": [1, true, null]}")',
  "nonsensitive(sensitive(var.text))",
  'basename("/a/b.txt")',
  'dirname("/a/b.txt")',
  'file("${path.module}/kept")',
  "path.module",
  "path.root",
  "terraform.workspace",
  'var.bool ? "yes" : "no"',
  '!var.bool || (var.number == 8080 && var.text != "x")',
  '"%{ if var.bool }on%{ else }off%{ endif }"',
  '"$${literal} %%{x}"',
  '"form.scope=${urlencode(join(" ", var.list))}"',
  '"token_endpoint=https%3A%2F%2F${urlencode(var.map["host"])}%3A${urlencode(var.number)}%2Ftoken"',
];

/** What Terraform alone knows, or evaluates. */
const NOT_HERE = [
  ["data.vault.x.secret", "only Terraform knows data.vault.x.secret"],
  ["aws_secret.x[0].value", "only Terraform knows aws_secret.x.0.value"],
  ["ephemeral.x.y.z", "only Terraform knows ephemeral.x.y.z"],
  ["each.value", "only Terraform knows each.value"],
  ["timestamp()", "only Terraform evaluates timestamp()"],
  ["[for s in var.list : s]", "only Terraform evaluates a for expression"],
  ["var.list[*]", "only Terraform evaluates var.list[*]"],
  ["var.number + 1", "only Terraform evaluates the operator +"],
  ['replace(var.text, "/a/", "b")', "only Terraform evaluates replace() with a pattern"],
  ["var.none", 'there is no variable "none" in the stack'],
  ["var.map.none", 'var.map has no member "none"'],
  ["local.none", 'the local value "none" is not in the stack'],
  ["local.loop", 'the local value "loop" refers to itself'],
] as const;

/** Terraform refuses to run where a value refers to itself. */
const LOOP = `locals { loop = local.loop }`;

const folder = mkdtempSync(join(tmpdir(), "evaluate-"));
const here = (): ReturnType<typeof namesOf>["names"] =>
  namesOf({ folder, blocks: readHcl(STACK + LOOP, "main.tf").blocks }, [], { ...process.env, ...ENVIRONMENT }).names;

beforeAll(async () => {
  writeFileSync(join(folder, "main.tf"), STACK);
  writeFileSync(join(folder, "terraform.tfvars"), TFVARS);
  writeFileSync(join(folder, "kept"), "of a file\n");
  await loadHclParser(wasmOfSources());
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

it("evaluates expressions as Terraform does", (context) => {
  // The console prints the last value only.
  const input = `base64encode(jsonencode([${EXPRESSIONS.join(", ")}]))\n`;
  const { status, stdout, stderr, error } = spawnSync("terraform", ["console"], {
    cwd: folder,
    input,
    encoding: "utf8",
    env: { ...process.env, ...ENVIRONMENT, TF_WORKSPACE: undefined },
  });
  if (error) cannotRun(context, "terraform is not installed");
  expect(status, stderr).toBe(0);
  const printed = Buffer.from(stdout.trim().slice(1, -1), "base64").toString();
  const terraform = JSON.parse(printed) as unknown[];
  const names = here();
  const own = EXPRESSIONS.map((expression) => evaluate(parseExpression(expression), names));
  expect(Object.fromEntries(EXPRESSIONS.map((expression, at) => [expression, own[at]]))).toEqual(
    Object.fromEntries(EXPRESSIONS.map((expression, at) => [expression, terraform[at]])),
  );
});

describe("says what it lacks", () => {
  it.each(NOT_HERE)("%s", (expression, said) => {
    const names = here();
    expect(() => evaluate(parseExpression(expression), names)).toThrow(NotKnown);
    expect(() => evaluate(parseExpression(expression), names)).toThrow(said);
  });
});
