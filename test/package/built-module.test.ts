import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { Testing, TerraformStack } from "cdktf";
import { beforeAll, describe, expect, it } from "vitest";

const root = new URL("../../", import.meta.url);
const path = (relative: string) => fileURLToPath(new URL(relative, root));

describe("the module that jsii builds", () => {
  let build: ReturnType<typeof spawnSync>;
  beforeAll(() => {
    build = spawnSync("node", ["scripts/build.mjs"], { cwd: path("."), encoding: "utf8" });
  });

  it("compiles without an error or warning", () => {
    expect({ status: build.status, said: String(build.stdout) + String(build.stderr) }).toEqual({
      status: 0,
      said: expect.not.stringMatching(/JSII\d+/) as string,
    });
  });

  it("synthesizes what the sources synthesize, with the program beside it", () => {
    const built = createRequire(import.meta.url)(path("dist/lib/index.js")) as typeof import("cdktf-oauth2-token");
    const stack = new TerraformStack(Testing.app(), "stack");
    new built.LocalExecAccessToken(stack, "verify", {
      request: built.AccessTokenRequest.clientCredentials({
        tokenEndpoint: built.TokenEndpoint.cxoneAuthorizationApi(),
        clientAuthentication: built.ClientAuthentication.clientSecretBasic(
          "id",
          built.Secret.fromEnvironment("SECRET"),
        ),
      }),
    });
    expect(Testing.synth(stack, true)).toContain("client_authentication=client_secret_basic");
    expect(readFileSync(path("dist/lib/program/files/request.sh"), "utf8")).toBe(
      readFileSync(path("lib/program/files/request.sh"), "utf8"),
    );
  });
});
