import type { ServerResponse } from "node:http";
import { describe, expect, it } from "vitest";
import { startScriptedServer } from "../../server/scripted-server";
import { requestArguments, runProgram } from "../run-program";
import { said, saidOf, SECRET } from "./said";

const saidAt = async (url: string) => said(await runProgram(["/bin/sh"], requestArguments(url), { SECRET }));

describe("the connection fails", () => {
  it("by a hang", async () => {
    expect(await saidOf(() => undefined)).toMatchInlineSnapshot(`
      "exit status 22
      The token endpoint did not answer in time.
        token endpoint: http://127.0.0.1:PORT/token
        curl: (curl's own words)
      "
    `);
  });

  it("by a hang in the middle of the answer", async () => {
    const answer = (response: ServerResponse) => void response.writeHead(200).write('{"access_token":');
    expect(await saidOf(answer)).toMatchInlineSnapshot(`
      "exit status 22
      The token endpoint did not answer in time.
        token endpoint: http://127.0.0.1:PORT/token
        status: 200
        curl: (curl's own words)
      "
    `);
  });

  it("by a reset", async () => {
    expect(await saidOf((response) => response.socket?.resetAndDestroy())).toMatchInlineSnapshot(`
      "exit status 23
      The connection to the token endpoint broke off (curl's exit status 56).
        token endpoint: http://127.0.0.1:PORT/token
        curl: (curl's own words)
      "
    `);
  });

  it("by a truncated body", async () => {
    const answer = (response: ServerResponse) => {
      response.writeHead(200, { "content-length": "100" }).write("{", () => response.socket?.end());
    };
    expect(await saidOf(answer)).toMatchInlineSnapshot(`
      "exit status 23
      The connection to the token endpoint broke off (curl's exit status 18).
        token endpoint: http://127.0.0.1:PORT/token
        status: 200
        curl: (curl's own words)
      "
    `);
  });

  it("by an answer that is not HTTP", async () => {
    const answer = (response: ServerResponse) => void response.socket?.end("SSH-2.0-OpenSSH_9.2\r\n");
    expect(await saidOf(answer)).toMatchInlineSnapshot(`
      "exit status 23
      What answered at the token endpoint's host does not speak HTTP: check the host and the port.
        token endpoint: http://127.0.0.1:PORT/token
        curl: (curl's own words)
      "
    `);
  });

  it("by being refused", async () => {
    const server = await startScriptedServer(() => undefined);
    await server.close();
    expect(await saidAt(server.url)).toMatchInlineSnapshot(`
      "exit status 20
      The token endpoint was not reached: nothing there takes connections. Check the host, the port, the network and the proxy.
        token endpoint: http://127.0.0.1:PORT/token
        curl: (curl's own words)
      "
    `);
  });

  it("by a server without TLS", async () => {
    const server = await startScriptedServer(() => undefined);
    const text = await saidAt(server.url.replace("http:", "https:"));
    await server.close();
    expect(text).toMatchInlineSnapshot(`
      "exit status 21
      The token endpoint's port does not speak TLS: check the port, or whether a proxy answers there.
        token endpoint: https://127.0.0.1:PORT/token
        curl: (curl's own words)
      "
    `);
    expect(server.received).toEqual([]);
  });
});
