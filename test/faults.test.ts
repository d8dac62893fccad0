import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { AccessTokenRequest, LocalExecAccessToken, Secret } from "cdktf-oauth2-token";
import { describe, expect, it } from "vitest";
import { FAULTS } from "../lib/faults";
import { cxoneRequest, emptyStack } from "./requests";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const codes = Object.keys(FAULTS);

/** The texts of the constructs' sources, but for the table itself. */
const sources = readdirSync(`${ROOT}lib`, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts") && name !== "faults.ts")
  .map((name) => readFileSync(`${ROOT}lib/${name}`, "utf8"));

function thrownBy(give: () => unknown): Error & { code?: string; faults?: { code: string }[] } {
  try {
    give();
  } catch (error) {
    return error as Error;
  }
  throw new Error("nothing was thrown");
}

describe("codes of errors", () => {
  it("are documented, each with what is wrong, in the order of the source", () => {
    const rows = [...readFileSync(`${ROOT}docs/errors.md`, "utf8").matchAll(/^\| `([a-z-]+)` \| (.*?) \| (.+) \|$/gm)];
    expect(rows.map(([, code, what]) => [code, what])).toEqual(Object.entries(FAULTS));
  });

  it.each(codes)("%s is one that the constructs give", (code) => {
    expect(sources.some((text) => text.includes(`"${code}"`))).toBe(true);
  });

  it("are the only way in which the constructs refuse something", () => {
    const others = sources.flatMap((text) => text.match(/throw new (?!FaultError)\w+/g) ?? []);
    // lib/require-peers.ts speaks before anything is loaded.
    expect(others).toEqual(["throw new Error"]);
  });
});

describe("all faults are told at once", () => {
  it("of a construct, by its path", () => {
    const error = thrownBy(
      () =>
        new LocalExecAccessToken(emptyStack(), "verify", {
          request: cxoneRequest(Secret.fromEnvironment("SECRET")),
          timeoutSeconds: 0,
          minimumLifetimeSeconds: 0.5,
          shell: "pwsh",
          triggers: { access_token_request: "x", a: "${b}" },
          run: [],
        }),
    );
    expect(error.message.split("\n").map((line) => [line.split(": ")[0], /\[([a-z-]+)\]$/.exec(line)?.[1]])).toEqual(
      [
        "reserved-trigger",
        "template-in-trigger",
        "empty-command",
        "invalid-shell",
        "invalid-seconds",
        "invalid-seconds",
      ].map((code) => ["stack/verify", code]),
    );
    expect(error.code).toBe("reserved-trigger");
    expect(error.faults).toHaveLength(6);
  });

  it("of a value, by its factory", () => {
    const error = thrownBy(() =>
      AccessTokenRequest.clientCredentials({ scope: "a", scopes: "a", parameters: { a: 1 } } as never),
    );
    expect(error.faults?.map(({ code }) => code)).toEqual([
      "unknown-property",
      "missing-property",
      "wrong-type",
      "wrong-type",
      "missing-property",
    ]);
  });
});
