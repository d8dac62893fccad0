import type { ServerResponse } from "node:http";
import { describe, expect, it } from "vitest";
import { json, startScriptedServer } from "../server/scripted-server";
import { requestArguments, runProgram } from "./run-program";

const SECRET = "s3cr3t+/=$";

const FAULTS: { title: string; code: number; says: string; answer: (response: ServerResponse) => void }[] = [
  {
    title: "a wrong secret",
    code: 31,
    says: "clientSecretBasic",
    answer: (r) => {
      json(r, 401, { error: "invalid_client" });
    },
  },
  {
    title: "a wrong scope",
    code: 32,
    says: "A scope is misspelt",
    answer: (r) => {
      json(r, 400, { error: "invalid_scope" });
    },
  },
  {
    title: "a JSON-only server",
    code: 35,
    says: "no form-encoded request",
    answer: (r) => {
      json(r, 415, {});
    },
  },
  {
    title: "an HTML page",
    code: 40,
    says: "it is not JSON",
    answer: (r) => {
      r.end("<html>");
    },
  },
  {
    title: "302",
    code: 30,
    says: "never followed",
    answer: (r) => {
      r.writeHead(302, { location: "http://127.0.0.1:1/x" }).end();
    },
  },
  {
    title: "307",
    code: 30,
    says: "never followed",
    answer: (r) => {
      r.writeHead(307, { location: "http://127.0.0.1:1/x" }).end();
    },
  },
  {
    title: "429",
    code: 33,
    says: "Too many",
    answer: (r) => {
      json(r, 429, {});
    },
  },
  {
    title: "throttling by 400",
    code: 33,
    says: "Too many",
    answer: (r) => {
      json(r, 400, { error: "invalid_request", description: "rate limit exceeded" });
    },
  },
  {
    title: "500",
    code: 34,
    says: "try again later",
    answer: (r) => {
      json(r, 500, {});
    },
  },
  { title: "a hang", code: 22, says: "in time", answer: () => undefined },
  {
    title: "a reset",
    code: 23,
    says: "broke off",
    answer: (r) => {
      r.socket?.resetAndDestroy();
    },
  },
  {
    title: "a truncated body",
    code: 23,
    says: "broke off",
    answer: (r) => {
      r.writeHead(200, { "content-length": "100" });
      r.write("{");
      setTimeout(() => r.socket?.destroy(), 50);
    },
  },
  {
    title: "truncated JSON",
    code: 40,
    says: "it breaks off",
    answer: (r) => {
      r.end('{"access_token":"x"');
    },
  },
  {
    title: "an empty body",
    code: 40,
    says: "it is empty",
    answer: (r) => {
      r.end();
    },
  },
  {
    title: "200 with an error",
    code: 41,
    says: "with an error",
    answer: (r) => {
      json(r, 200, { error: "invalid_client" });
    },
  },
  {
    title: "no access_token",
    code: 41,
    says: "without an access_token",
    answer: (r) => {
      json(r, 200, { data: { access_token: "x" } });
    },
  },
  {
    title: "an access_token twice",
    code: 41,
    says: "twice",
    answer: (r) => {
      r.end('{"access_token":"x","access_token":"y","token_type":"bearer"}');
    },
  },
  {
    title: "a token_type that is not bearer",
    code: 42,
    says: "mac",
    answer: (r) => {
      json(r, 200, { access_token: "x", token_type: "mac" });
    },
  },
  {
    title: "a gigantic body",
    code: 43,
    says: "too large",
    answer: (r) => {
      r.end("x".repeat(3_000_000));
    },
  },
  {
    title: "a secret echoed as it is",
    code: 31,
    says: "withheld",
    answer: (r) => {
      json(r, 401, { error: "invalid_client", error_description: `not ${SECRET}!` });
    },
  },
  {
    title: "a secret echoed in base64",
    code: 31,
    says: "withheld",
    answer: (r) => {
      json(r, 401, { error_description: `Basic ${Buffer.from(`abc123:${SECRET}`).toString("base64")}` });
    },
  },
  {
    title: "a secret echoed form-encoded",
    code: 31,
    says: "withheld",
    answer: (r) => {
      json(r, 401, { error_description: encodeURIComponent(SECRET) });
    },
  },
  {
    title: "control characters",
    code: 31,
    says: "?[31mred",
    answer: (r) => {
      json(r, 401, { error_description: "\u001b[31mred" });
    },
  },
];

describe("a fault has its own exit status and text, and never the secret", () => {
  for (const { title, code, says, answer } of FAULTS)
    it(title, async () => {
      const server = await startScriptedServer((_, response) => {
        answer(response);
      });
      const result = await runProgram(["/bin/sh"], requestArguments(server.url, "timeout=2", "output=json"), {
        SECRET,
      });
      await server.close();
      expect({ code: result.code, stdout: result.stdout }).toEqual({ code, stdout: "" });
      expect(result.stderr).toContain(says);
      expect(result.stderr).toContain(server.url);
      for (const form of [SECRET, encodeURIComponent(SECRET), Buffer.from(`abc123:${SECRET}`).toString("base64")])
        expect(result.stderr).not.toContain(form);
      expect(result.stderr).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
    });

  it("a refused connection", async () => {
    expect(await runProgram(["/bin/sh"], requestArguments("http://127.0.0.1:1/token"), { SECRET })).toMatchObject({
      code: 20,
    });
  });

  it("an endpoint that only Terraform knew, and that is not allowed", async () => {
    for (const url of ["http://example.com/token", "https://u:p@example.com/", "https://example.com/#x", "ftp://x/"])
      expect(await runProgram(["/bin/sh"], requestArguments(url), { SECRET })).toMatchObject({ code: 10 });
  });

  it("a missing secret", async () => {
    const { code, stderr } = await runProgram(["/bin/sh"], requestArguments("https://example.com/token"), {});
    expect(code).toBe(11);
    expect(stderr).toContain("SECRET is not set");
  });

  it("a machine without curl", async () => {
    const { code, stderr } = await runProgram(
      ["/bin/sh"],
      requestArguments("https://example.com/token"),
      { SECRET },
      "/nonexistent",
    );
    expect(code).toBe(12);
    expect(stderr).toContain("not on the PATH");
  });
});
