import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { TerraformVariable, type TerraformStack } from "cdktf";
import {
  AccessTokenRequest,
  ClientAuthentication,
  EphemeralAccessToken,
  ExternalAccessToken,
  LocalExecAccessToken,
  Secret,
  TokenEndpoint,
} from "cdktf-oauth2-token";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { json, startScriptedServer, type ScriptedServer } from "../../server/scripted-server";
import { command } from "../command";
import { postRequest, synthesized, temporaryFolder } from "./app";

const SECRET = "p$ss+w%rd=-0123456789";
let server: ScriptedServer;
let throttling: ScriptedServer;
const JWT = "e30.e30.e30";

beforeAll(async () => {
  server = await startScriptedServer(({ body }, response) => {
    const form = new URLSearchParams(body);
    const known = form.get("client_secret") === SECRET || form.get("client_assertion") === JWT;
    if (known) json(response, 200, { access_token: "t", token_type: "bearer" });
    else json(response, 401, { error: "invalid_client", error_description: `not ${form.get("client_secret") ?? ""}` });
  });
  throttling = await startScriptedServer((_, response) => {
    json(response, 429, { error: "slow_down" });
  });
});
afterAll(async () => {
  await server.close();
  await throttling.close();
});

const VALUES = { CXONE_SECRET: SECRET };
const ofEnvironment = Secret.fromEnvironment("CXONE_SECRET");

function external(stack: TerraformStack, id: string, clientId = "abc123", url = server.url): void {
  new ExternalAccessToken(stack, id, { request: postRequest(url, clientId, ofEnvironment) });
}

const verify = (cwd: string, env: Readonly<Record<string, string>> = VALUES, ...args: readonly string[]) =>
  command(["verify", ...args], { cwd, env });

/** Changes what lies in the stack "app". */
function edit(folder: string, change: (text: string) => string): void {
  const file = join(folder, "cdktf.out/stacks/app/cdk.tf.json");
  writeFileSync(file, change(readFileSync(file, "utf8")));
}

function placedProgram(folder: string): string {
  const assets = join(folder, "cdktf.out/stacks/app/assets/access_token_request");
  return join(assets, readdirSync(assets)[0] ?? "", "request.sh");
}

describe("verify ends with", () => {
  it("1 where a request is refused, with the causes below the table and no secret", async () => {
    const folder = synthesized({
      app: (stack) => {
        external(stack, "good");
        const wrong = Secret.ephemeralVariable(stack, "client_secret");
        new EphemeralAccessToken(stack, "bad", { request: postRequest(server.url, "abc123", wrong) });
      },
    });
    const { status, stdout } = await verify(folder, { ...VALUES, TF_VAR_client_secret: "wrong-0123456789" });
    expect(status).toBe(1);
    expect(stdout).toMatch(/^app\/good .* granted +unknown$/m);
    expect(stdout).toMatch(/^app\/bad .* client refused$/m);
    expect(stdout).toMatch(
      /^app\/bad \(exit status 31\)\n {2}The token endpoint refused .*\n(.*\n)* {2}Likely causes/m,
    );
    expect(stdout).toContain("1 granted, 1 refused\n");
    expect(stdout).not.toMatch(/0123456789/);
  });

  it("2 where a variable has no value, and says how to give it", async () => {
    const folder = synthesized({
      app: (stack) => {
        external(stack, "good");
        const secret = Secret.ephemeralVariable(stack, "client_secret");
        new LocalExecAccessToken(stack, "bad", { request: postRequest(server.url, "abc123", secret) });
      },
    });
    const { status, stdout } = await verify(folder);
    expect(status).toBe(2);
    expect(stdout).toContain(
      'Could not be verified:\n  app/bad: the variable "client_secret" has no value: set TF_VAR_client_secret, or give its file by --var-file\n',
    );
    expect(stdout).toMatch(/^app\/good .* granted/m);
  });

  it("2 where a secret is missing in the environment", async () => {
    const { status, stdout } = await verify(
      synthesized({
        app: (stack) => {
          external(stack, "token");
        },
      }),
      {},
    );
    expect(status).toBe(2);
    expect(stdout).toMatch(/secret missing$/m);
    expect(stdout).toContain("CXONE_SECRET");
  });

  it("2 where nothing listens", async () => {
    const folder = synthesized({
      app: (stack) => {
        external(stack, "token", "a", "http://127.0.0.1:9/token");
      },
    });
    expect(await verify(folder)).toMatchObject({ status: 2, stdout: expect.stringMatching(/not reached$/m) as string });
  });

  it.each([
    ["a path that does not exist", "nowhere", "nowhere does not exist. Give cdktf.out"],
    ["a folder without a stack", "cdktf.out/stacks/app/assets", "cdktf.out/stacks/app/assets is not a stack"],
  ])("2 for %s", async (_, path, said) => {
    const folder = synthesized({
      app: (stack) => {
        external(stack, "token");
      },
    });
    const { status, stdout } = await verify(folder, VALUES, path, "cdktf.out");
    expect([status, stdout]).toEqual([2, expect.stringContaining(said)]);
  });

  it("2 where a file cannot be read, and repeats nothing of it", async () => {
    const folder = synthesized({
      app: (stack) => {
        external(stack, "token");
      },
    });
    writeFileSync(join(folder, "broken.tfvars"), `x = "${SECRET}\n}}`);
    writeFileSync(join(folder, "broken.tfvars.json"), `{"x": "${SECRET}" y`);
    const { status, stdout } = await verify(
      folder,
      VALUES,
      "--var-file",
      "broken.tfvars",
      "-var-file=broken.tfvars.json",
      "--var-file",
      "missing.tfvars",
    );
    expect(status).toBe(2);
    expect(stdout).toContain("broken.tfvars: this is not valid HCL.");
    expect(stdout).toContain("broken.tfvars.json: this is not valid JSON.");
    expect(stdout).toContain("missing.tfvars does not exist.");
    expect(stdout).not.toContain("0123456789");
  });

  it("3 where there is nothing to verify", async () => {
    const { status, stdout } = await verify(synthesized({ app: () => undefined }));
    expect([status, stdout]).toEqual([3, expect.stringContaining("Nothing found to verify")]);
  });
});

describe("verify leaves out, by the construct's path,", () => {
  it("what only Terraform knows, and verifies the rest", async () => {
    const folder = synthesized({
      app: (stack) => {
        external(stack, "good");
        const secret = Secret.ephemeralVariable(stack, "client_secret");
        new LocalExecAccessToken(stack, "other", { request: postRequest(server.url, "x", secret) });
      },
    });
    edit(folder, (text) => text.replace("var.client_secret", "data.vault_kv_secret_v2.cxone.data.client_secret"));
    const before = server.received.length;
    const { status, stdout } = await verify(folder);
    expect(status).toBe(0);
    expect(stdout).toContain(
      "Left out:\n  app/other: only Terraform knows data.vault_kv_secret_v2.cxone.data.client_secret\n",
    );
    expect(stdout).toContain("1 request for 1 construct: 1 granted, 0 refused, 1 left out\n");
    expect(server.received.length - before).toBe(1);
  });

  it("a credential that is taken only once, unless it is asked for", async () => {
    const folder = synthesized({
      app: (stack) => {
        external(stack, "token");
      },
    });
    edit(folder, (text) => text.replace("form.grant_type=client_credentials", "form.grant_type=refresh_token"));
    const before = server.received.length;
    const left = await verify(folder);
    expect([left.status, server.received.length]).toEqual([3, before]);
    expect(left.stdout).toContain("app/token: its refresh token may be taken only once");
    expect((await verify(folder, VALUES, "--use-single-use")).status).toBe(0);
    expect(server.received.at(-1)?.body).toContain("grant_type=refresh_token");
  });

  it("a JWT that something else has signed, unless a command prints one each time", async () => {
    const folder = synthesized({
      app: (stack) => {
        const assertions = { given: Secret.fromEnvironment("JWT"), printed: Secret.fromCommand(["printenv", "JWT"]) };
        for (const [id, jwt] of Object.entries(assertions))
          new ExternalAccessToken(stack, id, {
            request: AccessTokenRequest.clientCredentials({
              tokenEndpoint: TokenEndpoint.fromUrl(server.url),
              clientAuthentication: ClientAuthentication.clientAssertion("abc123", jwt),
            }),
          });
      },
    });
    const before = server.received.length;
    const { status, stdout } = await verify(folder, { JWT });
    expect(stdout).toContain("app/given: its JWT (client assertion) may be taken only once");
    expect([status, server.received.length - before]).toEqual([0, 1]);
    expect((await verify(folder, { JWT }, "--use-single-use")).stdout).not.toContain("only once");
  });
});

describe("verify never starts what lies in a stack in the program's place", () => {
  const EVIL = '#!/bin/sh\ntouch "$0.ran"\n';

  it("but this package's own program with the same arguments", async () => {
    const folder = synthesized({
      app: (stack) => {
        external(stack, "token");
      },
    });
    const program = placedProgram(folder);
    writeFileSync(program, EVIL);
    expect(await verify(folder)).toMatchObject({ status: 0, stdout: expect.stringMatching(/ granted /) as string });
    expect(existsSync(`${program}.ran`)).toBe(false);
  });

  it("and says so where its arguments are of a later version", async () => {
    const folder = synthesized({
      app: (stack) => {
        external(stack, "token");
      },
    });
    edit(folder, (text) => text.replace('"form.grant_type', '"dpop=yes", "form.grant_type'));
    writeFileSync(placedProgram(folder), EVIL);
    const { status, stdout } = await verify(folder);
    expect([status, stdout]).toEqual([
      2,
      expect.stringContaining("a later version of this library, whose arguments are not known here (dpop)"),
    ]);
    expect(existsSync(`${placedProgram(folder)}.ran`)).toBe(false);
  });

  it("and fails where nothing is there, as Terraform would", async () => {
    const folder = synthesized({
      app: (stack) => {
        external(stack, "token");
      },
    });
    rmSync(placedProgram(folder));
    expect(await verify(folder)).toMatchObject({
      status: 2,
      stdout: expect.stringContaining("synthesize again") as string,
    });
  });

  it("nor an interpreter that is no shell, unless one is given in its place", async () => {
    const folder = synthesized({
      app: (stack) => {
        external(stack, "token");
      },
    });
    edit(folder, (text) => text.replace('"/bin/sh"', '"./evil"'));
    expect(await verify(folder)).toMatchObject({
      status: 2,
      stdout: expect.stringContaining("give one by --shell") as string,
    });
    expect((await verify(folder, VALUES, "--shell", "/bin/sh")).status).toBe(0);
  });
});

describe("verify spares servers", () => {
  it("asks one that throttles no second time, and another one all the same", async () => {
    const folder = synthesized({
      app: (stack) => {
        for (const client of ["a", "b", "c"]) external(stack, `slow_${client}`, client, throttling.url);
        external(stack, "good");
      },
    });
    const before = throttling.received.length;
    const { status, stdout } = await verify(folder);
    expect(throttling.received.length - before).toBe(1);
    expect(status).toBe(2);
    expect(stdout).toMatch(/^app\/slow_a .* throttled$/m);
    expect(stdout).toMatch(/^app\/slow_c .* not made$/m);
    expect(stdout).toMatch(/^app\/good .* granted/m);
  });

  it("asks four at a time, and each of them one thing after another", async () => {
    let underWay = 0;
    let most = 0;
    const busy = new Map<number, number>();
    const servers = await Promise.all(
      Array.from({ length: 6 }, (_, at) =>
        startScriptedServer((__, response) => {
          underWay++;
          busy.set(at, (busy.get(at) ?? 0) + 1);
          most = Math.max(most, underWay);
          expect(busy.get(at)).toBe(1);
          // The first waits for the second, however slow the machine is.
          const answer = () => {
            if (most === 1) return void setTimeout(answer, 50);
            underWay--;
            busy.set(at, 0);
            json(response, 200, { access_token: "t", token_type: "bearer" });
          };
          setTimeout(answer, 300);
        }),
      ),
    );
    try {
      const folder = synthesized({
        app: (stack) => {
          for (const [at, { url }] of servers.entries())
            for (const client of ["a", "b"]) external(stack, `t_${at}_${client}`, client, url);
        },
      });
      expect((await verify(folder)).status).toBe(0);
      expect(most).toBeGreaterThan(1);
      expect(most).toBeLessThanOrEqual(4);
      expect(servers.map(({ received }) => received.length)).toEqual([2, 2, 2, 2, 2, 2]);
    } finally {
      await Promise.all(servers.map((one) => one.close()));
    }
  });
});

it("evaluates references in arguments that are no secrets", async () => {
  const folder = synthesized({
    app: (stack) => {
      const port = new TerraformVariable(stack, "port", { type: "number" });
      const scopes = new TerraformVariable(stack, "scopes", { type: "list(string)" });
      const request = postRequest(
        `http://127.0.0.1:${port.stringValue}/token`,
        new TerraformVariable(stack, "client_id", { type: "string", default: "a&b" }).stringValue,
        ofEnvironment,
        scopes.listValue,
      );
      new ExternalAccessToken(stack, "token", { request });
    },
  });
  const environment = { ...VALUES, TF_VAR_port: new URL(server.url).port, TF_VAR_scopes: '["read", "write"]' };
  expect((await verify(folder, environment)).status).toBe(0);
  expect(server.received.at(-1)?.body).toMatch(/scope=read\+write&client_id=a%26b&/);
});

it("says what it is asked wrongly, and refuses a secret as an argument", async () => {
  const folder = temporaryFolder();
  const unknown = await verify(folder, {}, "--var-fil", "x");
  expect([unknown.status, unknown.stderr]).toEqual([2, expect.stringContaining('did you mean "--var-file"?')]);
  const literal = await verify(folder, {}, "--client-secret", SECRET);
  expect([literal.status, literal.stderr]).toEqual([2, expect.stringContaining("a secret is never an argument")]);
  expect(literal.stderr).not.toContain("0123456789");
});
