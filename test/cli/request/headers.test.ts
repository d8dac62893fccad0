import { afterAll, beforeAll, expect, it } from "vitest";
import { json, startScriptedServer, type ScriptedServer } from "../../server/scripted-server";
import { command } from "../command";

let server: ScriptedServer;
beforeAll(async () => {
  server = await startScriptedServer((_, response) => {
    json(response, 200, { access_token: "t0ken", token_type: "bearer" });
  });
});
afterAll(() => server.close());

const request = (...args: readonly string[]) =>
  command(["request", "--token-endpoint", server.url, "--client-id", "a", "--client-secret-env", "S", ...args], {
    env: { S: "s3cret" },
  });

it("--header sends further header fields, whatever is in them", async () => {
  const { status, stderr } = await request("--header", 'X-Tenant=a "b"=\\c', "--header", "x-orders=1");
  expect([status, stderr]).toEqual([0, ""]);
  expect(server.received.at(-1)?.headers).toMatchObject({ "x-tenant": 'a "b"=\\c', "x-orders": "1" });
});

it.each([
  [["hunter2"], "--header is written as --header name=value"],
  [["X-A: hunter2=b"], "--header: the name is not allowed"],
  [["=hunter2"], "--header: the name is not allowed"],
  [["authorization=hunter2"], "--header authorization: the program or another option sets it"],
  [["X-Api-Key=hunter2"], "it has the name of a secret"],
  [["X-A="], "--header X-A: its value is empty"],
  [["X-A=hunter2\r\nX-B: c"], "has a line break"],
  [["X-A=b", "x-a=hunter2"], "--header x-a: it is given twice"],
  [["--json"], "--header needs a value"],
])("--header refuses %j", async (headers, said) => {
  const before = server.received.length;
  const { status, stdout, stderr } = await request(...headers.flatMap((header) => ["--header", header]));
  expect([status, stdout, server.received.length]).toEqual([10, "", before]);
  expect(stderr).toContain(said);
  expect(stderr).not.toContain("hunter2");
});
