import { beforeAll, describe, expect, it } from "vitest";
import { wasmOfSources } from "../../checks/configuration/hcl/wasm-files";
import { addressOf } from "../../checks/configuration/configuration";
import {
  joinFiles,
  loadHclParser,
  readHcl,
  readSynthesized,
  readTfJson,
  readTfvars,
} from "../../checks/configuration/read";

beforeAll(() => loadHclParser(wasmOfSources()));

describe("readHcl", () => {
  it("gives blocks with labels, nested blocks and comments", () => {
    const { blocks, problems } = readHcl(
      '# why\nresource "a" "b" {\n  x = "é ${var.y}"\n  lifecycle {\n    z = 1\n  }\n}\nvariable "y" {}\n',
      "main.tf",
    );
    expect(problems).toEqual([]);
    expect(blocks.map(addressOf)).toEqual(["a.b", "variable.y"]);
    expect(blocks[0]?.comments.map((comment) => comment.text)).toEqual(["# why"]);
    expect(blocks[0]?.attributes.get("x")?.value()).toMatchObject({ kind: "template" });
    expect(blocks[0]?.blocks.map((block) => block.type)).toEqual(["lifecycle"]);
  });

  it("reports a syntax error with its line and reads the blocks around it", () => {
    const { blocks, problems } = readHcl(
      'variable "a" {}\nresource "x" "y" {\n  b = = {\n}\nvariable "c" {}\n',
      "main.tf",
    );
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ file: "main.tf", line: 3 });
    expect(blocks.map(addressOf)).toEqual(expect.arrayContaining(["variable.a", "variable.c"]));
  });

  it("reads acknowledgements in and above blocks, and those that belong to none", () => {
    const { acknowledgements, blocks } = readHcl(
      '# access-token-checks: acknowledge json-body until 2027-01-31: Their gateway takes nothing else.\nresource "a" "b" {\n' +
        "  # access-token-checks: acknowledge literal-secret: A public demo client.\n}\n\n# access-token-checks: acknowledge\n",
      "main.tf",
    );
    expect(acknowledgements.map(({ id, reason, until, block }) => ({ id, reason, until, block }))).toEqual([
      { id: "json-body", reason: "Their gateway takes nothing else.", until: "2027-01-31", block: blocks[0] },
      { id: "literal-secret", reason: "A public demo client.", until: undefined, block: blocks[0] },
      { id: undefined, reason: undefined, until: undefined, block: undefined },
    ]);
  });
});

describe("readTfJson", () => {
  it("gives blocks of lists and objects", () => {
    const { blocks } = readTfJson(
      '{"resource":{"a":{"b":[{"x":1}]}},"provider":{"p":[{},{"alias":"q"}]},"locals":{"l":"v"}}',
      "main.tf.json",
    );
    expect(blocks.map(addressOf)).toEqual(["a.b", "provider.p", "provider.p.q", "locals"]);
  });

  it("says that broken JSON was not checked, without quoting it", () => {
    const { problems } = readTfJson('{"client_secret": "hunter2', "main.tf.json");
    expect(problems).toHaveLength(1);
    expect(problems[0]?.message).not.toContain("hunter2");
  });
});

it("reads construct paths and acknowledgements from synthesized metadata", () => {
  const directory = readSynthesized(
    {
      "//": { metadata: {}, acknowledgements: [{ id: "json-body", reason: "why", path: "stack/team" }] },
      resource: {
        a: { b: { "//": { metadata: { path: "stack/team/b" }, acknowledgements: [{ id: "x", reason: "y" }] } } },
      },
    },
    "cdktf.out/stacks/s/cdk.tf.json",
  );
  expect(directory.path).toBe("cdktf.out/stacks/s");
  expect(directory.blocks[0]?.constructPath).toBe("stack/team/b");
  expect(directory.acknowledgements.map(({ id, constructPath }) => [id, constructPath])).toEqual([
    ["json-body", "stack/team"],
    ["x", "stack/team/b"],
  ]);
});

it("joins the files of a folder, with the values of tfvars", () => {
  const directory = joinFiles("d", [readHcl('variable "a" {}', "d/a.tf"), readTfvars('a = "1"', "d/terraform.tfvars")]);
  expect(directory.blocks.map(addressOf)).toEqual(["variable.a"]);
  expect([...directory.settings.keys()]).toEqual(["a"]);
});
