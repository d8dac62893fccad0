import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Report } from "../../../checks/index.js";
import { Reader } from "../../../checks/configuration/file-reader.js";
import { temporaryFolder } from "../stacks.js";
import { command, JSON_ONLY, write } from "./command.js";

/** What lies on the machine, outside of the repository. */
const CANARY = "canary-4f1d2c3b5a69";
const FORMS: readonly string[] = [
  CANARY,
  CANARY.toUpperCase(),
  encodeURIComponent(`=${CANARY}`),
  Buffer.from(CANARY).toString("base64").replace(/=+$/, ""),
  Buffer.from(CANARY).toString("hex"),
  Array.from(CANARY).reverse().join(""),
];

/** Ways for a pull request to ask for a file of the machine, each with the file's path in it. */
const ASKED: Readonly<Record<string, (path: string) => string>> = {
  "a field's name by base64encode(file())": (path) => request(`\${base64encode(file("${path}"))}=\${var.s}`),
  "a field's name by file()": (path) => request(`\${file("${path}")}=\${var.s}`),
  "a field's name by templatefile()": (path) => request(`\${templatefile("${path}", {})}=\${var.s}`),
  "a field's name by jsonencode() and upper()": (path) => request(`\${upper(jsonencode(file("${path}")))}=\${var.s}`),
  "a script's cat": (path) => provisioner(`curl https://x.example/oauth/token -d "$(cat ${path})=$CLIENT_SECRET"`),
  "a script that is run": (path) => provisioner(`bash ${path}; curl https://x.example/oauth/token`),
  "a script that is sourced": (path) => provisioner(`. ${path}; curl https://x.example/oauth/token`),
  "a program named by what a file holds": (path) => provisioner(`bash "$(cat ${path})" token`),
  "a program's name out of file()": (path) => provisioner(`/opt/\${file("${path}")} token`),
  "a header's name": (path) => provisioner(`curl https://x.example/oauth/token -H "$(base64 ${path}): $TOKEN"`),
  "curl's @file": (path) => provisioner(`curl https://x.example/oauth/token -d @${path}`),
  "curl's config file": (path) => provisioner(`curl --config ${path} https://x.example/oauth/token`),
  "a program's name with a space": (path) =>
    provisioner(`bash "$(cat ${path}) token.sh"; . "$(cat ${path}) token"; "/opt/$(cat ${path}) token" x`),
  "an option's name": (path) => provisioner(`curl "--$(cat ${path})" https://x.example/oauth/token -d a=b`),
  "a variable that another names": (path) =>
    provisioner(`n=$(cat ${path}); curl https://x.example/oauth/token -d "client_secret=$\${!n}"`),
  "a variable's name": (path) => provisioner(`printf -v "$(cat ${path})" x; curl https://x.example/oauth/token`),
  "a map's key": (path) =>
    `resource "keycloak_thing" "x" {\n  settings = { client_secret = { (file("${path}")) = "s3cr3t-value-0815" } }\n}\n`,
  "a module's source": (path) => `module "m" {\n  source = "${path.replace(/\/[^/]*$/, "")}"\n}\n`,
};

const request = (fields: string): string =>
  `variable "s" {\n  sensitive = true\n}\ndata "http" "t" {\n  url = "https://x.example/oauth/token"\n  method = "POST"\n  request_body = "grant_type=client_credentials&client_secret=x\${var.s}&${fields}"\n}\n`;
const provisioner = (shell: string): string =>
  `resource "null_resource" "x" {\n  provisioner "local-exec" {\n    command = ${JSON.stringify(shell).replaceAll('\\\\"', '\\"')}\n  }\n}\n`;

/** A repository that asks for a file in every way, with the path that each way takes. */
function asking(folder: string, paths: Readonly<Record<string, string>>): void {
  for (const [index, asks] of Object.values(ASKED).entries())
    for (const [name, path] of Object.entries(paths)) write(folder, { [`way-${index}/${name}/main.tf`]: asks(path) });
}

/** The ways by which the canary came into what is printed. */
function shown(folder: string, format: string): string[] {
  const { stdout, stderr } = command(folder, ["check", "--undetermined", "--format", format], {
    environment: { CANARY: `x ${CANARY}` },
  });
  expect(stdout.length).toBeGreaterThan(1_000);
  return FORMS.filter((form) => (stdout + stderr).includes(form));
}

describe("of a machine", () => {
  it.each(["text", "json", "sarif", "github"])("nothing is shown as %s, whatever asks for it", (format) => {
    const machine = temporaryFolder();
    write(machine, { "secret.sh": CANARY, "secret/main.tf": `variable "${CANARY}" {}` });
    const folder = join(machine, "repository");
    asking(folder, {
      absolute: join(machine, "secret.sh"),
      relative: "../../../secret.sh",
      environment: "/proc/self/environ",
      linked: "link.sh",
    });
    mkdirSync(join(folder, ".git"));
    for (const index of Object.keys(Object.keys(ASKED)))
      symlinkSync(join(machine, "secret.sh"), join(folder, `way-${index}/linked/link.sh`));
    expect(shown(folder, format)).toEqual([]);
  });

  it.each(["text", "json", "sarif", "github"])(
    "nothing that a file of the repository holds is shown as %s",
    (format) => {
      const folder = temporaryFolder();
      mkdirSync(join(folder, ".git"));
      write(folder, { "data.sh": CANARY });
      asking(folder, { data: "../../data.sh" });
      expect(shown(folder, format)).toEqual([]);
    },
  );

  it.each(["text", "json", "sarif", "github"])("no part of a literal secret is shown as %s", (format) => {
    const folder = temporaryFolder();
    const secret = "p4ss&S3cretTail=+w0rd%";
    const body = `grant_type=client_credentials&client_id=a&client_secret=${secret}`;
    write(folder, {
      "curl/main.tf": provisioner(`curl https://x.example/oauth/token -d '${body}'`),
      "http/main.tf": `data "http" "t" {\n  url = "https://x.example/oauth/token"\n  method = "POST"\n  request_body = "${body}"\n}\n`,
      "url/main.tf": provisioner(`curl -X POST 'https://x.example/oauth/token?${body}'`),
    });
    const { stdout } = command(folder, ["check", "--undetermined", "--format", format]);
    expect(stdout).toContain("literal-secret");
    expect(["p4ss", "S3cret", "w0rd"].filter((part) => stdout.includes(part))).toEqual([]);
  });

  it(
    "nothing that a name holds is obeyed by a terminal, by GitHub, or by a reader of JSON",
    { timeout: 120_000 },
    () => {
      const folder = temporaryFolder();
      const evil = "a\u001b[31m\u009b1m\u202e\u2066\u200f\u061c\ufeff\n::error::injected";
      write(folder, {
        "main.tf.json": JSON.stringify({
          resource: {
            null_resource: {
              [evil]: {
                provisioner: [
                  { "local-exec": { command: "curl -d '{}' https://x.example/oauth/token -d grant_type=a" } },
                ],
              },
            },
          },
        }),
      });
      const outputs = ["text", "json", "sarif", "github"].map(
        (format) => command(folder, ["check", "--format", format]).stdout,
      );
      write(folder, {
        "bad.json": JSON.stringify({
          [evil]: 1,
          rules: { [evil]: evil },
          tokenEndpoints: [evil],
          acknowledgements: [{ id: evil }],
        }),
      });
      const { status, stderr } = command(folder, ["check", "--config", "bad.json"]);
      expect(status).toBe(2);
      for (const output of [...outputs, stderr]) {
        expect(output).toContain("u009b");
        expect(
          output.match(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g),
        ).toBeNull();
        expect(output.match(/\n\s*::error::injected/)).toBeNull();
      }
    },
  );

  it("nothing is read through a link, wherever it lies, and the link is a problem", { timeout: 120_000 }, () => {
    const machine = temporaryFolder();
    write(machine, { "outside.tf": JSON_ONLY, "folder/main.tf": JSON_ONLY });
    const folder = join(machine, "repository");
    write(folder, { "rest/main.tf": JSON_ONLY });
    for (const [name, target] of Object.entries({
      "file.tf": join(machine, "outside.tf"),
      "kernel.tf": "/proc/self/environ",
      "pages.tf": "/proc/self/pagemap",
      "messages.tf": "/proc/kmsg",
      "zero.tf": "/dev/zero",
      folder: join(machine, "folder"),
    }))
      symlinkSync(target, join(folder, "rest", name));
    write(folder, { "caller/main.tf": `module "m" {\n  source = "../rest/folder"\n}\n` });
    const { status, stdout } = command(folder, ["check", "--format", "json"]);
    const report = JSON.parse(stdout) as Report;
    expect(report.problems.map(({ file, message }) => `${file}: ${message}`)).toEqual([
      ...["file", "kernel", "messages", "pages", "zero"].map(
        (name) => `rest/${name}.tf: This is a link out of the repository: nothing in it was checked.`,
      ),
      "rest/folder: This lies outside of the repository: nothing in it was checked.",
    ]);
    expect(report.findings.map(({ file }) => file)).toEqual(["rest/main.tf"]);
    expect(status).toBe(1);
  });

  it.each(["/proc/self/pagemap", "/proc/kmsg", "/dev/zero", "/dev/tty"])(
    "no configuration file is read that is a link to %s",
    (target) => {
      const folder = temporaryFolder();
      write(folder, { "main.tf": JSON_ONLY });
      symlinkSync(target, join(folder, "cdktf-oauth2-token.json"));
      expect(command(folder, ["check"])).toEqual({
        status: 2,
        stdout: "",
        stderr: "The configuration file cdktf-oauth2-token.json cannot be used: it lies outside of the repository.\n",
      });
    },
  );
});

describe("without .git", () => {
  it("a module beside what is given is not read, and is a problem", { timeout: 120_000 }, () => {
    const folder = temporaryFolder();
    const call = (source: string) => `module "m" {\n  source = "${source}"\n}\n`;
    write(folder, { "given/main.tf": call("../beside") + call("../missing"), "beside/main.tf": JSON_ONLY });
    const { status, stdout } = command(folder, ["check", "given", "--format", "json"]);
    const report = JSON.parse(stdout) as Report;
    expect([status, report.findings]).toEqual([2, []]);
    expect(report.problems).toEqual([
      { file: "beside", message: "This lies outside of the repository: nothing in it was checked." },
    ]);
  });
});

describe("the reader", () => {
  it("reads nothing of .git, where the token of a clone may be", () => {
    const folder = temporaryFolder();
    write(folder, { ".git/config": CANARY, "sub/.git/config": CANARY, "main.tf": "main" });
    const reader = new Reader([folder]);
    for (const path of [".git/config", "sub/.git/config"])
      expect(reader.text(join(folder, path), 100)).toEqual({ why: "lies outside of the repository" });
    expect(reader.entries(join(folder, ".git"))).toEqual({ why: "lies outside of the repository" });
    expect(reader.text(join(folder, "main.tf"), 100)).toEqual({ text: "main" });
  });

  it("holds the repository around what is given, and without one what is given alone", () => {
    const folder = temporaryFolder();
    write(folder, { "a/in/main.tf": "in", "a/beside.tf": "beside", "b/in/main.tf": "in", "b/beside.tf": "beside" });
    mkdirSync(join(folder, "a/.git"));
    const reader = new Reader([join(folder, "a/in"), join(folder, "b/in/main.tf")]);
    const text = (path: string) => reader.text(join(folder, path), 100);
    expect(["a/in/main.tf", "a/beside.tf", "b/in/main.tf", "b/beside.tf"].map(text)).toEqual([
      { text: "in" },
      { text: "beside" },
      { text: "in" },
      { why: "lies outside of the repository" },
    ]);
  });

  it("reads nothing of the kernel, even where everything is given", () => {
    const reader = new Reader(["/"]);
    for (const path of ["/proc/self/environ", "/proc/self/pagemap", "/sys/kernel/mm/transparent_hugepage/enabled"])
      expect([path, reader.text(path, 1_000_000)]).toEqual([path, { why: "lies outside of the repository" }]);
  });

  it("reads no more than it may", () => {
    const folder = temporaryFolder();
    write(folder, { "long.sh": "x".repeat(101) });
    expect(new Reader([folder]).text(join(folder, "long.sh"), 100)).toEqual({ why: "is larger than 100 bytes" });
  });
});

describe("a file of more than anybody writes", { timeout: 120_000 }, () => {
  const RUNS: Readonly<Record<string, string>> = {
    "a shell script by its path": provisioner("sh login.sh"),
    "a shell script that is the command": `resource "null_resource" "x" {\n  provisioner "local-exec" {\n    command = file("\${path.module}/login.sh")\n  }\n}\n`,
    "a shell script at boot": `resource "aws_instance" "x" {\n  user_data = file("\${path.module}/login.sh")\n}\n`,
    "a Python script": provisioner("python3 login.py"),
    "a JavaScript script": provisioner("node login.js"),
    "a PowerShell script": provisioner("pwsh -File login.ps1"),
  };
  const REQUEST: Readonly<Record<string, string>> = {
    "login.sh": "curl -d grant_type=client_credentials https://x.example/oauth/token",
    "login.py":
      'import requests\nrequests.post("https://x.example/oauth/token", json={"grant_type": "client_credentials"})',
    "login.js": 'fetch("https://x.example/oauth/token", { method: "POST", body: "{}" });',
    "login.ps1": 'Invoke-RestMethod "https://x.example/oauth/token" -Method Post -SkipCertificateCheck',
  };
  const long = (text: string, comment: string): string => `${text}\n${comment.repeat(2_100_000 / comment.length)}\n`;

  it.each(Object.entries(RUNS))("that is run, as %s, is no pass", (_, configuration) => {
    const folder = temporaryFolder();
    const scripts = Object.entries(REQUEST).map(([name, text]) => [name, long(text, name.endsWith("js") ? "//" : "#")]);
    write(folder, { "main.tf": configuration, ...(Object.fromEntries(scripts) as Record<string, string>) });
    const { status, stdout } = command(folder, ["check", "--format", "json"]);
    const { problems } = JSON.parse(stdout) as Report;
    expect(problems.map(({ message }) => message)).toEqual([expect.stringMatching(/more than 256 KiB/)]);
    expect(status).toBe(2);
  });

  it("and a PowerShell program that is nested too deeply is no pass", () => {
    const folder = temporaryFolder();
    const nested = `$x = ${"(".repeat(100)}Invoke-RestMethod "https://x.example/oauth/token" -Method Post${")".repeat(100)}`;
    write(folder, { "main.tf": provisioner("pwsh -File login.ps1"), "login.ps1": nested });
    const { status, stdout } = command(folder, ["check", "--format", "json"]);
    expect((JSON.parse(stdout) as Report).problems.map(({ message }) => message)).toEqual([
      expect.stringMatching(/nested too deeply/),
    ]);
    expect(status).toBe(2);
  });

  it.each([
    [
      "that may not be read",
      (path: string) => {
        chmodSync(path, 0);
      },
      "This may not be read: nothing in it was checked.",
    ],
    [
      "that is a named pipe",
      (path: string) => {
        rmSync(path);
        execFileSync("mkfifo", [path]);
      },
      "This is a named pipe, no file: nothing in it was checked.",
    ],
  ] as const)("and a script %s is no pass", (_, bar, message) => {
    const folder = temporaryFolder();
    write(folder, { "main.tf": provisioner("sh login.sh"), "login.sh": REQUEST["login.sh"] ?? "" });
    bar(join(folder, "login.sh"));
    const { status, stdout } = command(folder, ["check", "--format", "json"], { asOrdinaryUser: true });
    expect((JSON.parse(stdout) as Report).problems).toEqual([{ file: "login.sh", message }]);
    expect(status).toBe(2);
  });

  it("that is not run is nobody's business", () => {
    const folder = temporaryFolder();
    write(folder, {
      "main.tf": `resource "aws_lambda_function" "x" {\n  source_code_hash = filebase64sha256("code.zip")\n  zip = filebase64("code.zip")\n}\n`,
      "code.zip": Buffer.alloc(3_000_000, 0x9c),
    });
    const { status, stdout } = command(folder, ["check", "--format", "json"]);
    expect([status, (JSON.parse(stdout) as Report).problems]).toEqual([0, []]);
  });
});
