import { mkdirSync, mkdtempSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { json, startScriptedServer } from "../server/scripted-server";
import { requestArguments, runProgram } from "./run-program";
import { available, AWKS } from "./shells";

const SECRET = "p$4\"\\+&% =${x}<zé>'0123456789";
const form = (text: string) => encodeURIComponent(text).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16)}`);
const base64 = (text: string) => Buffer.from(text).toString("base64");

const ECHOES: [string, string][] = [
  ["as it is", SECRET],
  ["in other case", SECRET.toUpperCase()],
  ["form-encoded", new URLSearchParams({ s: SECRET }).toString().slice(2)],
  ["percent-encoded", form(SECRET)],
  ["percent-encoded, codes in lower case", form(SECRET).replace(/%../g, (code) => code.toLowerCase())],
  ["form-encoded twice", form(new URLSearchParams({ s: SECRET }).toString().slice(2))],
  ["percent-encoded three times", form(form(form(SECRET)))],
  ["in base64", base64(SECRET)],
  ["in base64 within other text", `x${base64(`abc123:${SECRET}`)}y`],
  ["in base64 with one byte before", base64(`:${SECRET}`)],
  ["in base64 with two bytes before", base64(`::${SECRET}`)],
  ["in base64 in lines", base64(SECRET).replace(/.{8}/g, "$&\n")],
  ["in base64url", Buffer.from(SECRET).toString("base64url")],
  ["form-encoded in a Basic pair", base64(`abc123:${form(SECRET)}`)],
  ["in hexadecimal", Buffer.from(SECRET).toString("hex").toUpperCase()],
  ["as JSON within JSON", JSON.stringify(SECRET)],
  ["with JSON escapes", Array.from(SECRET, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`).join("")],
  ["as HTML", SECRET.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`)],
  ["as HTML with names", SECRET.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;")],
  ["in part", SECRET.slice(-10)],
];

async function printedFor(error_description: string, path?: string): Promise<string> {
  const server = await startScriptedServer((_, response) => {
    json(response, 400, { error: "invalid_request", error_description });
  });
  const args = requestArguments(server.url, "output=json");
  const { code, stdout, stderr } = await runProgram(["/bin/sh"], args, { SECRET }, path);
  await server.close();
  expect({ code, stdout }).toEqual({ code: 32, stdout: "" });
  return stderr;
}

describe("a secret that a server echoes is withheld", () => {
  it.for(AWKS)("however it is encoded, with %s", async ([title, file], context) => {
    available(context, title, file);
    const bin = join(mkdtempSync(join(tmpdir(), "awk-")), "bin");
    mkdirSync(bin);
    symlinkSync(file, join(bin, "awk"));
    for (const [, echo] of ECHOES)
      expect(await printedFor(`what you sent was ${echo}!`, `${bin}:${process.env["PATH"] ?? ""}`)).toContain(
        "error_description: (withheld",
      );
  });

  it.each(ECHOES)("%s", async (_, echo) => {
    const printed = await printedFor(`what you sent was ${echo}!`);
    expect(printed).toContain("error_description: (withheld");
    expect(printed).not.toContain(echo);
  });

  it("but a description that holds none of it is printed", async () => {
    expect(await printedFor("the parameter 0123 is missing")).toContain(
      "error_description: the parameter 0123 is missing",
    );
  });

  it("and its unprinted rest does not matter: a description is cut", async () => {
    const printed = await printedFor(`${"long ".repeat(90)}${SECRET}`);
    expect(printed).toContain("long ...");
    expect(printed.length).toBeLessThan(1200);
  });
});
