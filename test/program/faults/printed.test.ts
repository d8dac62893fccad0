import { describe, expect, it } from "vitest";
import { BASIC, saidOf, SECRET, status } from "./said";

describe("what a server says is printed", () => {
  it("without the secret as it is", async () => {
    const answer = status(401, { error: "invalid_client", error_description: `not ${SECRET}!` });
    expect(await saidOf(answer)).toContain("\n  error_description: (withheld: it holds a secret of the request");
  });

  it("without the secret in base64", async () => {
    const answer = status(401, { error_description: `Basic ${BASIC}` });
    expect(await saidOf(answer)).toContain("\n  error_description: (withheld: it holds a secret of the request");
  });

  it("without the secret form-encoded", async () => {
    const answer = status(401, { error_description: encodeURIComponent(SECRET) });
    expect(await saidOf(answer)).toContain("\n  error_description: (withheld: it holds a secret of the request");
  });

  it("without control characters, and nothing but words, cut", async () => {
    const text = `\u001b[31mred\u0007\u009b was here; ${"very ".repeat(1000)}long`;
    expect(await saidOf(status(401, { error_description: text }))).toMatch(
      /\n {2}error_description: \(withheld\) was here; (very ){50,80}/,
    );
  });

  it("with the client's id, and without what is no word", async () => {
    const text = "AADSTS7000215: The client abc123 has the client_id 4f0c-11 (see https://example.com/x?y), e.g. 400.";
    expect(await saidOf(status(401, { error: "invalid_client", error_description: text }))).toContain(
      "\n  error_description: AADSTS7000215: The client abc123 has the client_id (withheld) (see (withheld) e.g. 400.\n",
    );
  });
});
