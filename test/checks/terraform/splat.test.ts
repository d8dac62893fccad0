import { beforeAll, describe, expect, it } from "vitest";
import { wasmOfSources } from "../../../checks/configuration/hcl/wasm-files";
import { joinFiles, loadHclParser, readHcl } from "../../../checks/configuration/read";
import { Budget } from "../../../checks/terraform/budget";
import { ModuleInstance } from "../../../checks/terraform/module";
import { workspaceOf } from "../../../checks/terraform/workspace";
import { concrete } from "../../../checks/values/symbolic-string";
import { toJson } from "../../../checks/values/symbolic-value";

beforeAll(() => loadHclParser(wasmOfSources()), 60_000);

/** What an expression gives beside such locals. */
function evaluated(expression: string): unknown {
  const text = `locals {
  object  = { name = "n", list = ["l"], "*" = "star" }
  objects = [{ name = "a", list = ["1", "2"] }, { name = "b", list = ["3", "4"] }]
  value   = ${expression}
}`;
  const directory = joinFiles("/splat", [readHcl(text, "main.tf")]);
  const value = new ModuleInstance(directory, workspaceOf([directory], {}, new Budget())).local("value");
  const json = value && concrete(toJson(value));
  return json === undefined ? undefined : JSON.parse(json);
}

describe("a splat", () => {
  it.each([
    ["of a list", "local.objects[*].name", ["a", "b"]],
    ["of attributes", "local.objects.*.name", ["a", "b"]],
    ["of attributes, with an index of the result", "local.objects.*.name[1]", "b"],
    ["with an index of each", "local.objects[*].list[1]", ["2", "4"]],
    [
      "within a splat",
      "local.objects[*].list[*]",
      [
        ["1", "2"],
        ["3", "4"],
      ],
    ],
    ["of what is no list", "local.object[*].name", ["n"]],
    ["of null", "null[*]", []],
    ["is no key", 'local.object["*"]', "star"],
    ["is no index that is not known: one item says enough", "local.objects[count.index].name", "a"],
  ])("%s", (_, expression, expected) => {
    expect(evaluated(expression)).toEqual(expected);
  });
});
