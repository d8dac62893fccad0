import { execFileSync } from "node:child_process";
import { chmodSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { checkPaths } from "../../../checks/files/check-paths.js";
import { wasmOfSources } from "../../../checks/configuration/hcl/wasm-files.js";
import { loadHclParser } from "../../../checks/configuration/read.js";
import type { Report } from "../../../checks/index.js";
import { temporaryFolder } from "../stacks.js";
import { command, FINE, JSON_ONLY, write } from "./command.js";

/** What a hostile file may keep one run busy with, generously: far from what a hang or a doubling would take. */
const BOUND_MS = 60_000;

async function reportOn(folder: string): Promise<Report> {
  return checkPaths(["."], {}, { source: "", folder, workingDirectory: folder, hclWasm: wasmOfSources });
}

const times = (count: number, text: string): string => text.repeat(count);
const provisioner = (shell: string): string =>
  JSON.stringify({ resource: { null_resource: { x: { provisioner: [{ "local-exec": { command: shell } }] } } } });

/** Files that want too much of a parser, by what they are. */
const HOSTILE: Readonly<Record<string, readonly [name: string, content: string | Buffer]>> = {
  "a line of 10 MB": ["main.tf", `locals { a = "${times(10_000_000, "x")}" }\n`],
  "3 MB of quotes": ["main.tf", times(3_000_000, '"')],
  "900 KB of quotes": ["main.tf", times(900_000, '"')],
  "megabytes of nested quotes": ["main.tf", `locals { a = ${times(400_000, '"${')}${times(400_000, '}"')} }`],
  "megabytes of nested braces": ["main.tf", `${times(600_000, "a {")}${times(600_000, "}")}`],
  "unclosed blocks": ["main.tf", times(30_000, 'resource "x" "y" {\n a = "\n}\n')],
  "unclosed heredocs": ["main.tf", times(30_000, 'resource "x" "y" {\n a = <<E\n')],
  "deep lists in JSON": ["main.tf.json", `{"locals":{"a":${times(2_000_000, "[")}${times(2_000_000, "]")}}}`],
  "deep objects in JSON": ["main.tf.json", `{"resource":${times(500_000, '{"a":')}1${times(500_000, "}")}}`],
  "not UTF-8": ["main.tf", Buffer.from([0x61, 0x20, 0x3d, 0x20, 0x22, 0xff, 0xfe, 0x22])],
  "a megabyte of NUL": ["main.tf", Buffer.alloc(1_000_000)],
};

/** Text that is fine where it stands, and wants too much of whatever follows it. */
const EXPENSIVE: Readonly<Record<string, readonly [name: string, content: string]>> = {
  "400 nested braces, many times": ["main.tf", times(500, `${times(400, "a {")}${times(400, "}")}\n`)],
  "nested substitutions": ["main.tf.json", provisioner(`echo ${times(400, "$(")}curl${times(400, ")")}`)],
  "a command of quotes": ["main.tf.json", provisioner(times(1_000_000, '"'))],
  "a command of nested templates": ["main.tf.json", provisioner(`${times(400, "${")}${times(400, "}")}`)],
  "a command of a million options": [
    "main.tf.json",
    provisioner(`curl ${times(200_000, "-d a=b ")} https://x/oauth/token`),
  ],
  "functions that call each other": ["main.tf.json", provisioner(`f() { g; g; }; g() { f; f; }; f`)],
  "locals that double 60 times": [
    "main.tf",
    `locals {\n${Array.from({ length: 60 }, (_, i) => `  a${i} = "\${local.a${i + 1}}\${local.a${i + 1}}"\n`).join("")}  a60 = "x"\n}\nresource "null_resource" "x" {\n  provisioner "local-exec" {\n    command = "curl -d \${local.a0} https://x.example/oauth/token"\n  }\n}\n`,
  ],
  "a module that calls itself": ["main.tf", `module "x" {\n  source = "./"\n}\n`],
  "1,000 requests": [
    "main.tf.json",
    provisioner(times(1_000, "curl -d grant_type=client_credentials https://x.example/oauth/token\n")),
  ],
};

const isClear = (message: string): boolean => /^(?:This|What stands here) [^\n]{10,200}\.$/.test(message);

describe("hostile input", () => {
  beforeAll(() => loadHclParser(wasmOfSources()));

  it.each(Object.entries(HOSTILE))(
    "%s ends in a clear problem, and the rest is checked",
    { timeout: BOUND_MS },
    async (_, [name, content]) => {
      const folder = temporaryFolder();
      write(folder, { [`hostile/${name}`]: content, "rest/main.tf": JSON_ONLY });
      const { problems, findings } = await reportOn(folder);
      expect(new Set(problems.map(({ file }) => file))).toEqual(new Set([`hostile/${name}`]));
      expect(problems.filter(({ message }) => !isClear(message))).toEqual([]);
      expect(findings.map(({ rule, file }) => [rule, file])).toContainEqual(["json-body", "rest/main.tf"]);
    },
  );

  it.each(Object.entries(EXPENSIVE))(
    "%s ends, and the rest is checked",
    { timeout: BOUND_MS },
    async (_, [name, content]) => {
      const folder = temporaryFolder();
      write(folder, { [`hostile/${name}`]: content, "rest/main.tf": JSON_ONLY });
      const { problems, findings } = await reportOn(folder);
      expect(problems.filter(({ message }) => !isClear(message))).toEqual([]);
      expect(findings.map(({ rule, file }) => [rule, file])).toContainEqual(["json-body", "rest/main.tf"]);
    },
  );

  it("a pipe, loops of links and a folder that may not be read are named, and the rest is checked", () => {
    const folder = temporaryFolder();
    write(folder, { "rest/main.tf": JSON_ONLY, "locked/main.tf": FINE, "locked-file/main.tf": FINE });
    execFileSync("mkfifo", [join(folder, "rest/pipe.tf")]);
    symlinkSync("self.tf", join(folder, "rest/self.tf"));
    symlinkSync("nowhere", join(folder, "rest/dangling.tf"));
    symlinkSync("..", join(folder, "rest/up"));
    symlinkSync("main.tf", join(folder, "rest/linked.tf"));
    chmodSync(join(folder, "locked-file/main.tf"), 0o000);
    chmodSync(join(folder, "locked"), 0o000);
    const { stdout, status, stderr } = command(folder, ["check", "--format", "json"], { asOrdinaryUser: true });
    chmodSync(join(folder, "locked"), 0o700);
    expect([status, stderr]).toEqual([1, ""]);
    const report = JSON.parse(stdout) as Report;
    const nothing = "nothing in it was checked.";
    expect(report.problems.map(({ file, message }) => `${file}: ${message}`).sort()).toEqual([
      `locked-file/main.tf: This may not be read: ${nothing}`,
      `locked: This may not be read: ${nothing}`,
      `rest/dangling.tf: This does not exist: ${nothing}`,
      `rest/pipe.tf: This is a named pipe, no file: ${nothing}`,
      `rest/self.tf: This is a loop of symbolic links: ${nothing}`,
    ]);
    expect(report.notLookedAt).toEqual(["rest/up: a link to a folder around it"]);
    expect(report.findings.filter(({ rule }) => rule === "json-body").map(({ file }) => file)).toEqual([
      "rest/linked.tf",
      "rest/main.tf",
    ]);
  });

  it("of one run in 256 MB of heap takes no more than that", { timeout: BOUND_MS }, () => {
    const folder = temporaryFolder();
    for (const [index, [name, content]] of Object.values(HOSTILE).entries())
      write(folder, { [`${index}/${name}`]: content });
    const { status, stdout } = command(folder, ["check", "--format", "json"], { heapMegabytes: 256 });
    expect(status).toBe(2);
    expect((JSON.parse(stdout) as Report).problems.length).toBeGreaterThanOrEqual(Object.keys(HOSTILE).length);
  });
});

/** Pieces that HCL, JSON and shell text are made of, in no sensible order. */
const PIECES = [
  '"',
  "'",
  "`",
  "${",
  "%{",
  "$(",
  "}",
  "{",
  "(",
  ")",
  "[",
  "]",
  "<<EOT\n",
  "EOT\n",
  "<<-E\n",
  "\\",
  "\n",
  "#",
  "//",
  "/*",
  "*/",
  "=",
  'resource "null_resource" "x" {',
  'provisioner "local-exec" {',
  "command = ",
  "locals {",
  "variable",
  "curl ",
  "-d ",
  "https://x.example/oauth/token ",
  "client_secret=",
  "grant_type",
  "set -e",
  "|",
  "||",
  "&&",
  ";",
  "if ",
  "then ",
  "fi",
  "for x in ",
  "do ",
  "done",
  "case ",
  "esac",
  "\u0000",
  "\u2028",
  "é",
  "𝒳",
  "null",
  "1e999",
  "jsonencode(",
  "templatefile(",
  "path.module",
  "local.a",
  "var.secret",
  "a = local.a",
  "@file",
  "/dev/stdin ",
  "eval ",
  "f() {",
  "f ",
  "--",
  "-o ",
];

describe("text in no sensible order", () => {
  beforeAll(() => loadHclParser(wasmOfSources()));

  const fuzzed = fc
    .array(fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...PIECES) }, { weight: 1, arbitrary: fc.string() }), {
      maxLength: 120,
    })
    .map((fragments) => fragments.join(""));

  it(
    "as HCL, as JSON, as a command and as a script never keeps the rest from being checked",
    { timeout: 280_000 },
    async () => {
      await fc.assert(
        fc.asyncProperty(fuzzed, async (text) => {
          const folder = temporaryFolder();
          write(folder, {
            "hcl/main.tf": text,
            "block/main.tf": `resource "null_resource" "x" {\n${text}\n}\n${FINE}`,
            "json/main.tf.json": text,
            "command/main.tf.json": provisioner(text),
            "script/main.tf":
              'resource "null_resource" "x" {\n  provisioner "local-exec" {\n    command = "./x.sh"\n  }\n}\n',
            "script/x.sh": text,
            "rest/main.tf": JSON_ONLY,
          });
          const { findings, problems } = await reportOn(folder);
          expect(findings.map(({ rule, file }) => [rule, file])).toContainEqual(["json-body", "rest/main.tf"]);
          // A rule that throws is a finding; text alone must not make one.
          expect(findings.filter(({ message }) => message.includes("The rule itself failed"))).toEqual([]);
          expect(problems.filter(({ message }) => !isClear(message) || message.includes("cannot be checked"))).toEqual(
            [],
          );
        }),
        { numRuns: 300 },
      );
    },
  );
});
