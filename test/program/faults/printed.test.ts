import { describe, expect, it } from "vitest";
import { BASIC, saidOf, SECRET, status } from "./said";

describe("what a server says is printed", () => {
  it("without the secret as it is", async () => {
    const answer = status(401, { error: "invalid_client", error_description: `not ${SECRET}!` });
    expect(await saidOf(answer)).toContain("\n  error_description: (withheld: it holds the client secret");
  });

  it("without the secret in base64", async () => {
    const answer = status(401, { error_description: `Basic ${BASIC}` });
    expect(await saidOf(answer)).toContain("\n  error_description: (withheld: it holds the client secret");
  });

  it("without the secret form-encoded", async () => {
    const answer = status(401, { error_description: encodeURIComponent(SECRET) });
    expect(await saidOf(answer)).toContain("\n  error_description: (withheld: it holds the client secret");
  });

  it("without control characters, and cut", async () => {
    const answer = status(401, { error_description: `\u001b[31mred\u0007\u009b${"x".repeat(5000)}` });
    expect(await saidOf(answer)).toMatch(/\n {2}error_description: \?\[31mred\?\?+x{300,400}\.\.\.\n/);
  });
});
