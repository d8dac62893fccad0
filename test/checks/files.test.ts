import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { wasmOfSources } from "../../checks/configuration/hcl/wasm-files.js";
import { checkPaths } from "../../checks/files/check-paths.js";
import type { Report } from "../../checks/report/report.js";
import { write } from "./slow/command.js";
import { temporaryFolder } from "./stacks.js";

const SCRIPT =
  '#!/bin/sh\nset -e\ncurl -sf https://login.example.com/oauth/token -d \'{"grant_type":"client_credentials"}\' -o /dev/null\n';
const runs = (script: string): string => `resource "null_resource" "token" {
  provisioner "local-exec" {
    command = "sh \${path.module}/${script}"
  }
}
`;
const WRONG = runs("token.sh");

async function check(
  files: Readonly<Record<string, string | Buffer>>,
  paths: readonly string[],
  more: { readonly ignoredToo?: boolean } = {},
): Promise<Report> {
  const folder = temporaryFolder();
  mkdirSync(join(folder, ".git"));
  write(folder, files);
  return checkPaths(paths, {}, { source: "", folder, workingDirectory: folder, hclWasm: wasmOfSources, ...more });
}

const places = ({ findings }: Report): string[] => findings.map(({ rule, file, line }) => `${rule} ${file}:${line}`);

describe("a script that is named", () => {
  const files = {
    "envs/prod/main.tf": `module "login" {\n  source = "../../modules/login"\n}\n`,
    "modules/login/main.tf": runs("scripts/token.sh"),
    "modules/login/scripts/token.sh": `#!/bin/sh\nset -e\n. "$(dirname "$0")/lib.sh"\n${SCRIPT}`,
    "modules/login/scripts/lib.sh": SCRIPT,
    "other/main.tf": WRONG,
    "other/token.sh": SCRIPT,
    "broken/main.tf": "resource {{{",
    "unused.sh": SCRIPT,
  };

  it("is checked as the configuration runs it, and nothing else is reported", async () => {
    const report = await check(files, ["modules/login/scripts/token.sh"]);
    expect(places(report)).toEqual(["json-body modules/login/scripts/token.sh:6"]);
    expect(report.problems).toEqual([]);
    expect(report.findings[0]?.address).toBe("null_resource.token");
  });

  it("is found where only another script calls it", async () => {
    const report = await check(files, ["modules/login/scripts/lib.sh"]);
    expect(report.notLookedAt).toEqual([]);
    expect(report.problems).toEqual([]);
  });

  it("is none that the report passes over, where nothing uses it", async () => {
    const report = await check(files, ["unused.sh"]);
    expect(report.findings).toEqual([]);
    expect(report.notLookedAt).toEqual(["unused.sh: no configuration in . uses it"]);
  });

  it("may stand beside configuration that is named", async () => {
    const report = await check(files, ["other/token.sh", "modules/login/main.tf"]);
    expect(places(report)).toEqual([
      "json-body modules/login/scripts/lib.sh:3",
      "json-body modules/login/scripts/token.sh:6",
      "json-body other/token.sh:3",
    ]);
  });
});

it("knows what calls a module of which one file is named", async () => {
  const report = await check(
    {
      "main.tf": `variable "client_secret" {
  sensitive = true
}
module "login" {
  source = "./login"
  value  = var.client_secret
}
`,
      "login/variables.tf": `variable "value" {}\n`,
      "login/main.tf": `resource "null_resource" "token" {
  provisioner "local-exec" {
    environment = { V = var.value }
    command     = "printf 'grant_type=client_credentials&client_secret=%s' \\"$V\\" | curl -sf https://login.example.com/oauth/token -d @- -o /dev/null"
  }
}
`,
    },
    ["login/variables.tf"],
  );
  expect(places(report)).toEqual(["unmarked-variable login/variables.tf:1"]);
});

describe("what .gitignore leaves out", () => {
  const files = {
    ".gitignore": "generated/\n*.auto.tfvars\ncdktf.out\n!kept/generated/\n",
    "main.tf": `resource "null_resource" "fine" {}\n`,
    "generated/main.tf": WRONG,
    "generated/token.sh": SCRIPT,
    "kept/.gitignore": "/scratch.tf\n",
    "kept/scratch.tf": WRONG,
    "kept/token.sh": SCRIPT,
    "secret.auto.tfvars": `client_secret = "p4ssw0rd-of-mine-0815"\n`,
    "cdktf.out/manifest.json": "{}",
    "cdktf.out/stacks/a/cdk.tf.json": JSON.stringify({
      resource: { null_resource: { token: { provisioner: [{ "local-exec": { command: SCRIPT } }] } } },
    }),
  };

  it("is not looked at, which the report says; but what CDKTF synthesizes is", async () => {
    const report = await check(files, ["."]);
    expect(places(report)).toEqual([expect.stringMatching(/^json-body cdktf\.out\/stacks\/a\/cdk\.tf\.json:/)]);
    expect(report.notLookedAt).toEqual(["3 files or folders in .gitignore (--no-gitignore)"]);
  });

  it("is looked at where it is named, or asked for", async () => {
    expect(places(await check(files, ["generated"]))).toEqual(["json-body generated/token.sh:3"]);
    expect(places(await check(files, ["kept/scratch.tf"]))).toEqual(["json-body kept/token.sh:3"]);
    expect((await check(files, ["."], { ignoredToo: true })).findings.length).toBe(4);
  });
});

describe("a program that is no script to be read", () => {
  const files = {
    "bin/tool": Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0xff, 0xfe]),
    "bin/tool.exe": Buffer.from("MZ\x90"),
    "bin/macos": Buffer.from([0xcf, 0xfa, 0xed, 0xfe, 7, 0, 0, 1]),
    "tools/get-token.sh": SCRIPT,
    "empty.sh": "",
  };
  const told = async (command: string): Promise<Report> => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, "repository/.git"), { recursive: true });
    const main = JSON.stringify({
      resource: { null_resource: { token: { provisioner: [{ "local-exec": { command } }] } } },
    });
    write(folder, { "shared/token.sh": SCRIPT, "shared/token.py": "" });
    write(join(folder, "repository"), { ...files, "main.tf.json": main });
    const workingDirectory = join(folder, "repository");
    const settings = { source: "", folder: workingDirectory, workingDirectory, hclWasm: wasmOfSources };
    return checkPaths([workingDirectory], {}, settings);
  };

  it.each([
    ["./bin/tool", "tool, which is no text"],
    ["${path.module}/bin/tool token", "tool, which is no text"],
    ["./bin/tool.exe token", "tool.exe, which is no text"],
    ["./bin/macos token", "macos, which is no text"],
    ["TOKEN=$(./bin/tool)", "tool, which is no text"],
    ["bash bin/tool token", "tool, which is no text"],
    [". ./bin/tool; token", "tool, which is no text"],
    ["python3 bin/tool token", "tool, which is no text"],
    ["ruby bin/tool token", "tool, which is no text"],
    ["pwsh -File bin/tool token", "tool, which is no text"],
    ["./tools token", "tools, which is not there to read"],
    ["sh ./tools token", "./tools, which is not there to read"],
    ["node ./tools token", "./tools, which is not there to read"],
    ["php ./tools token", "./tools, which is not there to read"],
    ["go run ./tools token", "./tools, which is not there to read"],
    ["pwsh -File ./tools token", "./tools, which is not there to read"],
    ["./empty.sh token", "empty.sh, which is empty"],
    ["sh empty.sh token", "empty.sh, which is empty"],
    [". ./empty.sh; token", "empty.sh, which is empty"],
    ["perl empty.sh token", "empty.sh, which is empty"],
  ])("could not be told: %s", async (command, what) => {
    const report = await told(command);
    expect(report.undetermined.map(({ message }) => message)).toEqual([`It runs ${what}.`]);
    expect(report.notLookedAt).toEqual([]);
  });

  it.each([
    ["../shared/token.sh", "token.sh, which is not there to read"],
    ["sh ../shared/token.sh", "../shared/token.sh, which is not there to read"],
    [". ../shared/token.sh", "../shared/token.sh, which it sources"],
    ["python3 ../shared/token.py", "../shared/token.py, which is not there to read"],
  ])("is told of where it lies outside of the repository: %s", async (command, what) => {
    const report = await told(command);
    expect(report.undetermined.map(({ message }) => message)).toEqual([`It runs ${what}.`]);
    expect(report.notLookedAt).toEqual(["files outside of the repository, to which the configuration leads"]);
  });
});

describe("Terragrunt", () => {
  const generates = (contents: string): Record<string, string> => ({
    "live/terragrunt.hcl": `locals {\n  host = "login.example.com"\n}\ngenerate "token" {\n  path      = "token.tf"\n  if_exists = "overwrite"\n  contents  = ${contents}\n}\n`,
  });
  const resource = `resource "null_resource" "token" {
  count = \${local.count}
  provisioner "local-exec" {
    command = "V=$\${var.scope}; curl -sf https://\${local.host}/oauth/token -d '{\\"grant_type\\":\\"client_credentials\\"}' -o /dev/null"
  }
}
`;

  it.each([
    ["<<EOF", "EOF"],
    ["<<-EOF", "  EOF"],
  ])("is read as far as what it generates: %s", async (opening, closing) => {
    const report = await check(generates(`${opening}\n${resource}${closing}`), ["."]);
    expect(places(report)).toEqual(["json-body live/terragrunt.hcl:11"]);
    expect(report.findings[0]?.address).toBe("null_resource.token");
    expect([report.problems, report.undetermined]).toEqual([[], []]);
  });

  it.each([
    ["a file", `file("token.tf.tpl")`],
    ["blocks that a directive repeats", `<<EOF\n%{ for a in local.all ~}\n${resource}%{ endfor ~}\nEOF`],
  ])("is told of where what it generates is not read: %s", async (_, contents) => {
    const report = await check(generates(contents), ["."]);
    expect(report.problems).toEqual([]);
    expect(report.undetermined.map(({ address, message }) => `${address}: ${message}`)).toEqual([
      "generate.token: It generates Terraform from a text that is not read.",
    ]);
  });

  it.each(["before_hook", "after_hook", "error_hook"])("is followed in what a %s starts", async (hook) => {
    const script = `curl -sf https://login.example.com/oauth/token -d '{\\"grant_type\\":\\"client_credentials\\"}' -o /dev/null`;
    const main = `terraform {\n  ${hook} "login" {\n    commands = ["apply"]\n    execute  = ["sh", "-c", "${script}"]\n  }\n}\n`;
    expect(places(await check({ "live/terragrunt.hcl": main }, ["."]))).toEqual(["json-body live/terragrunt.hcl:4"]);
  });
});
