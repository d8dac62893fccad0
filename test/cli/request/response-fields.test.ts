import { afterAll, beforeAll, expect, it } from "vitest";
import { json, startScriptedServer, type ScriptedServer } from "../../server/scripted-server";
import { command } from "../command";

const ANSWER = { access_token: "t0ken", token_type: "bearer", id_token: "eyJ.x", list: ["a"] };
const FIELDS = ["--response-field", "id_token", "--optional-response-field", "instance_url"];
let server: ScriptedServer;
beforeAll(async () => {
  server = await startScriptedServer((_, response) => {
    json(response, 200, ANSWER);
  });
});
afterAll(() => server.close());

const request = (...args: readonly string[]) =>
  command(["request", "--token-endpoint", server.url, "--client-id", "a", "--client-secret-env", "S", ...args], {
    env: { S: "s3cret" },
  });

it("says which response fields came, and shows none unless asked to", async () => {
  const { status, stdout, stderr } = await request(...FIELDS);
  expect([status, stderr]).toEqual([0, ""]);
  expect(stdout).toContain(
    "  response field id_token: not shown; --show-token shows it\n  response field instance_url: not in the answer\n",
  );
  expect(stdout).not.toContain(ANSWER.id_token);
  expect((await request(...FIELDS, "--show-token")).stdout).toContain(
    `  response field id_token: ${ANSWER.id_token}\n`,
  );
});

it.each([
  [[], {}],
  [["--show-token"], { value: ANSWER.id_token }],
])("gives them to programs as JSON, with %j", async (args, value) => {
  const { stdout } = await request(...FIELDS, "--json", ...args);
  expect((JSON.parse(stdout) as { token: { responseFields: unknown } }).token.responseFields).toEqual([
    { name: "id_token", received: true, ...value },
    { name: "instance_url", received: false },
  ]);
  const { token } = JSON.parse((await request("--json", ...args)).stdout) as { token: object };
  expect(token).not.toHaveProperty("responseFields");
});

it.each([
  [48, ["--response-field", "instance_url"], "instance_url"],
  [48, ["--optional-response-field", "list"], "list"],
  [10, ["--response-field", "hunter2 hunter2"], "--response-field: not allowed"],
  [10, ["--response-field", "scope"], "--response-field scope: it is told of every answer"],
  [10, [...FIELDS, "--response-field", "instance_url"], "instance_url: it is given twice"],
  [10, ["--response-field"], "--response-field needs a value"],
])("%i for %j", async (code, args, said) => {
  const { status, stdout, stderr } = await request(...args);
  expect([status, stdout]).toEqual([code, ""]);
  expect(stderr).toContain(said);
  expect(stderr).not.toContain("hunter2");
});
