import { parse } from "@cdktf/hcl2json";
import { describe, expect, it } from "vitest";
import { secretEncodings } from "../audit/encodings";
import { CASES } from "./cases";
import { asHcl, asJson } from "./normalized";

/** The value that every place a secret could be read from at synthesis holds. */
const SECRET = 'p$4"\\+&% =${x}';
process.env["CXONE_CLIENT_SECRET"] = SECRET;
process.env["TF_VAR_cxone_client_secret"] = SECRET;
process.env["TF_VAR_client_secret"] = SECRET;

/** All texts of a JSON value: a Terraform expression in it too is one. */
function textsOf(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => [key, ...textsOf(item)]);
}

/** What our constructs write: everything but Terraform's own blocks. Blocks are lists in parsed HCL. */
function valuesOf(configuration: unknown): string[] {
  return textsOf(configuration)
    .filter((text) => /=|\/|\$\{|^access-token-request$/.test(text))
    .sort();
}

describe.each(CASES)("$name", (of) => {
  const texts = () => [asJson(of), ...(of.jsonOnly ? [] : [asHcl(of)])];

  it("is the JSON of the snapshot", async () => {
    await expect(asJson(of)).toMatchFileSnapshot(`snapshots/${of.name}.tf.json`);
  });

  it("has no JSON body, and no secret in any encoding", () => {
    for (const text of texts()) {
      for (const [name, form] of Object.entries(secretEncodings(SECRET))) expect(text, name).not.toContain(form);
      expect(text).not.toMatch(/application\/json|jsonencode|\\*"(grant_type|client_id|client_secret)\\*"\s*:\s*\\*"/);
    }
  });
});

describe.each(CASES.filter(({ jsonOnly }) => !jsonOnly))("$name", (of) => {
  it("is the HCL of the snapshot", async () => {
    await expect(asHcl(of)).toMatchFileSnapshot(`snapshots/${of.name}.tf`);
  });

  it("says in HCL, read by HashiCorp's parser, what it says in JSON", async () => {
    const fromHcl = valuesOf(await parse("stack.tf", asHcl(of))).filter(
      (text) => !/^\$\{(string|number)\}$/.test(text),
    );
    // CDKTF's HCL output cannot say required_version.
    expect(fromHcl).toEqual(valuesOf(JSON.parse(asJson(of))).filter((text) => !text.startsWith(">= ")));
    expect(fromHcl.join("\n")).toContain("form.grant_type=client_credentials");
  });
});
