import { beforeAll, describe, expect, it } from "vitest";
import { wasmOfSources } from "../../../checks/configuration/hcl/wasm-files";
import { joinFiles, loadHclParser, readHcl } from "../../../checks/configuration/read";
import { Budget } from "../../../checks/terraform/budget";
import { ModuleInstance } from "../../../checks/terraform/module";
import { workspaceOf } from "../../../checks/terraform/workspace";
import { HOLE, sketch } from "../../../checks/values/symbolic-string";
import { toJson } from "../../../checks/values/symbolic-value";

beforeAll(() => loadHclParser(wasmOfSources()), 60_000);

/** What an expression gives, beside a text that only a run knows. */
function evaluated(expression: string): unknown {
  const text = `variable "unknown" {}
locals {
  settings = { first = "a", second = "b" }
  names    = ["first", "second"]
  value    = ${expression}
}`;
  const directory = joinFiles("/decoded", [readHcl(text, "main.tf")]);
  const value = new ModuleInstance(directory, workspaceOf([directory], {}, new Budget())).local("value");
  const json = value && sketch(toJson(value));
  return json && JSON.parse(json);
}

const yaml = (...lines: string[]): string => JSON.stringify(lines.join("\n"));

describe("YAML", () => {
  it.each([
    [
      "a block literal, without its indentation",
      ["run: |", "    set -e", "      deeper", "last: x"],
      { run: "set -e\n  deeper\n", last: "x" },
    ],
    ["a folded text", ["run: >-", "  curl", "  -f"], { run: "curl -f" }],
    ["quotes with escapes", ['a: "b\\tc"', "d: 'e''f'"], { a: "b\tc", d: "e'f" }],
    ["flow collections", ["args: [sh, -c, {a: b}]"], { args: ["sh", "-c", { a: "b" }] }],
    ["bare words", ["a: true", "b: 12", "c: ~", 'd: "12"'], { a: true, b: 12, c: null, d: "12" }],
    ["the first of several documents", ["a: b", "---", "a: c"], { a: "b" }],
    [
      "what comes from elsewhere, in its place",
      ["a: x-${var.unknown}-y", "b: |", "  ${var.unknown}!"],
      { a: `x-${HOLE}-y`, b: `${HOLE}!` },
    ],
    ["an alias, which may stand for too much, as nothing known", ["a: &x [b]", "c: *x"], { a: ["b"], c: HOLE }],
    ["JSON", ['{"a": ["b"]}'], { a: ["b"] }],
  ])("decodes %s", (_, lines, value) => {
    expect(evaluated(`yamldecode(${yaml(...lines)})`)).toEqual(value);
  });

  it.each([
    ["a mere text", yaml("words")],
    ["what is not known", "var.unknown"],
    ["what is too long", yaml("a: b", `c: ${"x".repeat(200_000)}`)],
  ])("leaves %s unknown", (_, text) => {
    expect(evaluated(`yamldecode(${text})`)).toBe(HOLE);
  });

  it("decodes each of several documents", () => {
    const decode = "provider::kubernetes::manifest_decode_multi";
    expect(evaluated(`${decode}(${yaml("a: b", "---", "a: c", "---", "")})`)).toEqual([{ a: "b" }, { a: "c" }]);
  });
});

describe("an index", () => {
  it.each([
    ["that is a local's", "local.settings[local.names[1]]", "b"],
    ["of a loop", "[for name in local.names : local.settings[name]]", ["a", "b"]],
    ["of what a function gives", 'merge(local.settings, { third = "c" })[join("", ["th", "ird"])]', "c"],
  ])("%s is known", (_, expression, value) => {
    expect(evaluated(expression)).toEqual(value);
  });
});
