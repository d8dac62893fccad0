import { Aspects, Testing } from "cdktf";
import { describe, expect, it } from "vitest";
import { checkAccessTokens, matchers, toPassAccessTokenChecks } from "../../checks/vitest.js";
import { app, failureOf, JSON_REQUEST, runs, stackIn } from "./stacks.js";

function wrongStack() {
  const stack = stackIn(app(), "stack");
  runs(stack, "token", JSON_REQUEST);
  return stack;
}

describe("toPassAccessTokenChecks", () => {
  it("is there once the module is imported", () => {
    expect(stackIn(app(), "stack")).toPassAccessTokenChecks();
    expect(wrongStack()).not.toPassAccessTokenChecks();
  });

  it("is given a stack, an app, synthesized JSON as text, or parsed", () => {
    const stack = wrongStack();
    for (const subject of [
      stack,
      stack.node.root,
      Testing.synth(stack),
      JSON.parse(Testing.synth(stack)),
      stack.toTerraform(),
    ])
      expect(subject).not.toPassAccessTokenChecks();
  });

  it("sees what a stack's aspects do", () => {
    const stack = stackIn(app(), "stack");
    Aspects.of(stack).add({
      visit: (node) => {
        if (node === stack)
          stack.addOverride("resource.null_resource.token.provisioner", [{ "local-exec": { command: JSON_REQUEST } }]);
      },
    });
    expect(stack).not.toPassAccessTokenChecks();
  });

  it("takes the options of the checks", () => {
    expect(wrongStack()).toPassAccessTokenChecks({ rules: { "json-body": "warning", "json-content-type": "off" } });
    expect(
      failureOf(() => {
        expect(wrongStack()).toPassAccessTokenChecks({ rules: { "jsn-body": "off" } as object });
      }),
    ).toContain("did you mean");
  });

  it("says in its failure what the report says", () => {
    const failure = failureOf(() => {
      expect(wrongStack()).toPassAccessTokenChecks();
    });
    expect(failure).toMatch(/^expected it to pass the access token checks/);
    expect(failure).toMatch(/^stack\/token \(null_resource\.token\)[^]*json-body: /m);
    expect(
      failureOf(() => {
        expect(stackIn(app(), "stack")).not.toPassAccessTokenChecks();
      }),
    ).toMatch(/no access token request in \d+ blocks?: nothing to check$/);
  });

  it("works with the shape that any expect.extend takes", () => {
    expect(matchers.toPassAccessTokenChecks).toBe(toPassAccessTokenChecks);
    const { pass, message } = toPassAccessTokenChecks(wrongStack());
    expect([pass, typeof message()]).toEqual([false, "string"]);
  });

  it.each([undefined, null, 7, [], "resource {}", "[1]"])("refuses %j", (subject) => {
    expect(() => checkAccessTokens(subject)).toThrow(TypeError);
  });

  it.each(["s3cret {}", '["s3cret"]', ["s3cret"], '{"s3cret":'])("quotes nothing of %j", (subject) => {
    expect(() => checkAccessTokens(subject)).toThrow(/^(?!.*s3cret)./s);
  });
});
