import { describe, expect, it } from "vitest";
import { json, startScriptedServer } from "../../server/scripted-server";
import { requestArguments, runProgram } from "../run-program";

async function granted(scope: string | undefined, requested: string, ...further: string[]) {
  const server = await startScriptedServer((_, response) => {
    json(response, 200, { access_token: "a.b", token_type: "Bearer", ...(scope === undefined ? {} : { scope }) });
  });
  const args = requestArguments(server.url, `form.scope=${encodeURIComponent(requested)}`, ...further);
  const { code, stderr } = await runProgram(["/bin/sh"], args, { SECRET: "s3cr3t+/=$" });
  await server.close();
  return { code, first: stderr.split("\n")[0] };
}

describe("a granted scope", () => {
  it("that lacks a requested one fails", async () => {
    expect(await granted("read", "read write")).toEqual({
      code: 47,
      first:
        "The access token lacks a scope that was requested: write. The server granted: read. Grant it to this client on the server, leave it out, or accept less by acceptNarrowerScope.",
    });
  });

  it("is accepted where that is asked for", async () => {
    expect(await granted("read", "read write", "narrower_scope=accept")).toEqual({ code: 0, first: "" });
  });

  it.each([
    ["the same in another order", "write read", "read write"],
    ["more", "read write profile", "read write"],
    ["one that is not told, so the same", undefined, "read write"],
    ["separated by commas", "read,write", "read write"],
    ["what Microsoft Entra calls .default", "https://g.example/User.Read", "https://g.example/.default offline_access"],
  ])("may be %s", async (_, scope, requested) => {
    expect(await granted(scope, requested)).toEqual({ code: 0, first: "" });
  });
});
