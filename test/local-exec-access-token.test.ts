import { LocalExecAccessToken, Secret, type AccessTokenProps } from "cdktf-oauth2-token";
import { TerraformVariable } from "cdktf";
import { describe, expect, it } from "vitest";
import { argumentsOf, cxoneRequest, emptyStack, synthesized } from "./requests";

const request = cxoneRequest(Secret.fromEnvironment("SECRET"));

describe("LocalExecAccessToken", () => {
  it("makes the request again when a part of it changes that is not secret", () => {
    const triggersOf = (parameters?: Record<string, string>, options: Partial<AccessTokenProps> = {}) => {
      const stack = emptyStack();
      new LocalExecAccessToken(stack, "verify", {
        request: cxoneRequest(Secret.fromEnvironment("SECRET"), parameters),
        ...options,
      });
      return synthesized(stack).resource.null_resource["verify"]?.triggers;
    };
    expect(triggersOf({ audience: "a" })).not.toEqual(triggersOf());
    expect(triggersOf({}, { minimumLifetimeSeconds: 600 })).not.toEqual(triggersOf());
    expect(triggersOf({}, { timeoutSeconds: 5 })).toEqual(triggersOf());
  });

  it("refuses a trigger of the name that is its own", () => {
    expect(
      () => new LocalExecAccessToken(emptyStack(), "v", { request, triggers: { access_token_request: "x" } }),
    ).toThrow('stack/v: the trigger "access_token_request" is this construct\'s own');
  });

  it("gives every word of a command to the program", () => {
    const stack = emptyStack();
    const variable = new TerraformVariable(stack, "flow", {}).stringValue;
    const run = ["/opt/call.sh", "", "a b\n", "${x}", `--flow=${variable}`];
    new LocalExecAccessToken(stack, "call", { request, run });
    const words = synthesized(stack).resource.null_resource["call"]?.provisioner[0]?.["local-exec"].interpreter ?? [];
    expect(argumentsOf(words).getAll("run")).toEqual([
      "/opt/call.sh",
      "",
      "a b\n",
      "${x}",
      "--flow=${urlencode(var.flow)}",
    ]);
  });

  it("refuses a command without words, and one whose words only Terraform knows", () => {
    const stack = emptyStack();
    const list = new TerraformVariable(stack, "argv", { type: "list(string)" }).listValue;
    expect(() => new LocalExecAccessToken(stack, "a", { request, run: [] })).toThrow("stack/a: run has no command");
    expect(() => new LocalExecAccessToken(stack, "b", { request, run: [""] })).toThrow("stack/b: run has no command");
    expect(() => new LocalExecAccessToken(stack, "c", { request, run: list })).toThrow(
      "stack/c: run is a list that only Terraform knows",
    );
  });

  it.each([0, 3601, 1.5, -1, Number.NaN])("refuses %d seconds as a timeout", (seconds) => {
    expect(() => new LocalExecAccessToken(emptyStack(), "v", { request, timeoutSeconds: seconds })).toThrow(
      `stack/v: timeoutSeconds is ${seconds}. Allowed: whole seconds from 1 to 3600`,
    );
    expect(() => new LocalExecAccessToken(emptyStack(), "v", { request, connectTimeoutSeconds: seconds })).toThrow(
      "stack/v: connectTimeoutSeconds is",
    );
  });

  it.each([0, 31_536_001, 1.5, -1, Number.NaN])("refuses %d seconds as a minimum lifetime", (seconds) => {
    expect(() => new LocalExecAccessToken(emptyStack(), "v", { request, minimumLifetimeSeconds: seconds })).toThrow(
      `stack/v: minimumLifetimeSeconds is ${seconds}. Allowed: whole seconds from 1 to 31536000`,
    );
  });

  it("takes a timeout that only Terraform knows", () => {
    const stack = emptyStack();
    const timeoutSeconds = new TerraformVariable(stack, "seconds", { type: "number" }).numberValue;
    new LocalExecAccessToken(stack, "v", { request, timeoutSeconds });
    expect(synthesized(stack).resource.null_resource["v"]?.provisioner[0]?.["local-exec"].interpreter).toContain(
      "timeout=${var.seconds}",
    );
  });

  it.each(["", "a\nb", 'a"b'])("refuses the shell %j", (shell) => {
    expect(() => new LocalExecAccessToken(emptyStack(), "v", { request, shell })).toThrow(
      "Allowed: the path of a POSIX shell",
    );
  });
});
