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
  files: Readonly<Record<string, string>>,
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
