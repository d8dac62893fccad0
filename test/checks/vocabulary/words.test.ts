import { beforeAll, describe, expect, it } from "vitest";
import { wasmOfSources } from "../../../checks/configuration/hcl/wasm-files.js";
import { joinFiles, loadHclParser, readHcl } from "../../../checks/configuration/read.js";
import { mayRequest } from "../../../checks/executions/relevance.js";
import { examine } from "../../../checks/run/examine.js";
import { literal } from "../../../checks/values/symbolic-string.js";
import { FUNCTION_NAMES } from "../../../checks/vocabulary/function-names.js";
import { SCRIPT_ENDINGS } from "../../../checks/vocabulary/interpreters.js";
import { REQUEST_WORDS, wordsOf } from "../../../checks/vocabulary/request-words.js";
import { TERRAFORM_FUNCTIONS } from "../../../checks/vocabulary/terraform-functions.js";
import { run } from "../languages/follow.js";

beforeAll(() => loadHclParser(wasmOfSources()), 60_000);

const URL = "https://sso.acme.example/oauth2/token";

/** The rules that find something in a script of a provisioner. */
function rulesOf(command: string): string[] {
  const text = `variable "client_secret" { sensitive = true }
resource "terraform_data" "x" {
  provisioner "local-exec" {
    command = <<-EOT
      ${command.replaceAll("\n", "\n      ")}
    EOT
  }
}`;
  return examine([joinFiles("/x", [readHcl(text, "main.tf")])]).findings.map(({ rule }) => rule);
}

describe("the name of a function", () => {
  const GET = `TOKEN=$(curl -sS -d grant_type=x ${URL})`;

  it.each(FUNCTION_NAMES.filter(({ does }) => does === "fails"))("$name ends a script with a failure", ({ name }) => {
    const checked = (call: string): boolean =>
      !rulesOf(`curl -fsS -d grant_type=x ${URL} -o /tmp/t || ${call} "no token"\necho done`).includes(
        "unchecked-status",
      );
    expect([checked(name), checked(name.toUpperCase()), checked(`${name}_of_acme`)]).toEqual([true, true, false]);
  });

  it.each(FUNCTION_NAMES.filter(({ does }) => does === "tells"))("$name only tells of it", ({ name }) => {
    const checked = (call: string): boolean =>
      !rulesOf(`${GET}\nif [ -z "$TOKEN" ]; then ${call} "no token"; fi\nexit 0`).includes("unchecked-status");
    expect([checked(name), checked("recover_from_it")]).toEqual([false, true]);
  });
});

describe("a function of Terraform", () => {
  it.each(TERRAFORM_FUNCTIONS)("$name leaves $leaves of what it is given", ({ name, leaves }) => {
    const found = (call: string): readonly string[] => {
      const text = `variable "client_secret" { sensitive = true }
resource "terraform_data" "x" {
  provisioner "local-exec" {
    command     = "printf %s \"$S\" | curl -sSf -d grant_type=client_credentials --data-urlencode client_secret@- ${URL} # \${${call}(var.client_secret)}"
    environment = { S = var.client_secret }
  }
}`;
      const { findings } = examine([joinFiles("/x", [readHcl(text, "main.tf")])]);
      return findings.filter(({ rule }) => rule === "secret-in-command").map(({ certainty }) => certainty);
    };
    expect(found(name)[0]).toBe(leaves === "all" ? "certain" : undefined);
    expect(found("acme_of")[0]).toBe("likely");
  });
});

describe("a word of token requests", () => {
  it.each(REQUEST_WORDS.flatMap(({ of, ...row }) => of.map((kind) => ({ ...row, kind }))))(
    "is $word, of a $kind",
    ({ kind, case: text }) => {
      const { test } = wordsOf(kind);
      expect([test(text), test(text.toUpperCase()), test("curl https://acme.example")]).toEqual([true, true, false]);
    },
  );

  it.each(REQUEST_WORDS)("tells by $word alone in $case", ({ word, of, case: text }) => {
    const others = REQUEST_WORDS.filter((row) => row.word !== word && row.of.some((kind) => of.includes(kind)));
    expect(others.filter((row) => text.includes(row.word))).toEqual([]);
  });

  it("is not the author of something", () => {
    expect(wordsOf("name").test("data.external.author")).toBe(false);
  });
});

describe("the ending of a script", () => {
  it.each(SCRIPT_ENDINGS)("is .$ending", ({ ending, language }) => {
    const relevant = (name: string): boolean => mayRequest([[literal(`run-it deploy${name}`)]], []);
    expect([relevant(`.${ending}`), relevant(`.${ending.toUpperCase()}`), relevant(`.x${ending}`)]).toEqual([
      true,
      true,
      false,
    ]);
    const programs = {
      python: `import requests\nrequests.post("${URL}", data="a=b")`,
      javascript: `fetch("${URL}", { method: "POST", body: "a=b" })`,
      powershell: `Invoke-RestMethod -Method Post -Uri '${URL}' -Body 'a=b'`,
    };
    const file = `main.${ending}`;
    if (language) expect(run(`./${file}`, { files: { [file]: programs[language] } }).requests).toHaveLength(1);
    // A program of Windows is called without its ending.
    expect(run(`deploy.${ending} token`, {}).notRead).toHaveLength(ending === "exe" ? 0 : 1);
    expect(run(`deploy.x${ending} token`, {}).notRead).toHaveLength(0);
  });
});
