import { beforeAll, describe, expect, it } from "vitest";
import { wasmOfSources } from "../../../checks/configuration/hcl/wasm-files.js";
import { joinFiles, loadHclParser, readHcl } from "../../../checks/configuration/read.js";
import { examine } from "../../../checks/run/examine.js";
import { SCRIPT_ATTRIBUTES, SCRIPT_TYPES } from "../../../checks/vocabulary/boot-scripts.js";
import { CONTAINER_WORDS } from "../../../checks/vocabulary/containers.js";
import { WRAPPERS } from "../../../checks/vocabulary/wrappers.js";

beforeAll(() => loadHclParser(wasmOfSources()), 60_000);

/** What makes the requests of a block. */
function requestsOf(type: string, body: string): readonly string[] {
  const head = type === "module" ? 'module "x" {\n  source = "acme/x/any"' : `resource "${type}" "x" {`;
  return examine([joinFiles("/x", [readHcl(`${head}\n${body}\n}\n`, "main.tf")])]).requests;
}

const REQUEST = "curl -sSf -d grant_type=client_credentials https://sso.acme.example/oauth2/token";

describe("an attribute with a script", () => {
  it.each(SCRIPT_ATTRIBUTES)("is $name of $of", ({ name, of, within }) => {
    const script = JSON.stringify(`#!/bin/sh\n${REQUEST}\n`);
    const value = {
      user_data_base64: `base64encode(${script})`,
      metadata: `{ startup-script = ${script} }`,
      settings: `jsonencode({ commandToExecute = ${script} })`,
      protected_settings: `jsonencode({ commandToExecute = ${script} })`,
    }[name];
    const inside = (attribute: string): string => {
      const line = `${attribute} = ${value ?? script}`;
      return within === undefined ? line : `${within} {\n${line}\n}`;
    };
    expect(requestsOf(of, inside(name))).toEqual(["curl"]);
    expect(requestsOf(of, inside(`x_${name}`))).toEqual([]);
  });
});

describe("a type with scripts", () => {
  const POWERSHELL = "Invoke-RestMethod -Method Post -Uri https://sso.acme.example/oauth2/token -Body grant_type=x";

  it.each(SCRIPT_TYPES)("is $type, whose scripts are $scripts", ({ type, scripts }) => {
    const name = scripts === "PowerShell" ? "script_content" : "content";
    expect(requestsOf(type, `${name} = "${POWERSHELL}"`)).toHaveLength(scripts === "PowerShell" ? 1 : 0);
    expect(requestsOf(type, `${name} = "${REQUEST}"`)).toHaveLength(scripts === "PowerShell" ? 1 : 0);
    expect(requestsOf("acme_thing", `${name} = "${POWERSHELL}"`)).toHaveLength(0);
    expect(requestsOf("acme_thing", `${name} = "${REQUEST}"`)).toHaveLength(1);
  });
});

describe("a word of containers", () => {
  const words = JSON.stringify(["/bin/sh", "-c", REQUEST]);
  const named = (of: string, part: string): string =>
    CONTAINER_WORDS.find((row) => row.of === of && row.part === part)?.name ?? "";
  const started = (of: string, block: string, body: string): readonly string[] =>
    requestsOf(of, `${block} {\n${body}\n}`);

  it.each(CONTAINER_WORDS.filter(({ part }) => part === "type"))("is $name, a container itself", ({ name }) => {
    expect(requestsOf(name, `command = ${words}`)).toEqual(["curl"]);
    expect(requestsOf(`x_${name}`, `command = ${words}`)).toEqual([]);
  });

  it.each(CONTAINER_WORDS.filter(({ part }) => part === "block"))(
    "is $name of $of, with a container",
    ({ name, of }) => {
      expect(started(of, name, `command = ${words}`)).toEqual(["curl"]);
      expect(started(of, `x_${name}`, `command = ${words}`)).toEqual([]);
    },
  );

  it.each(CONTAINER_WORDS.filter(({ part }) => part === "document"))("is $name of $of, with a document", (row) => {
    expect(requestsOf(row.of, `${row.name} = jsonencode({ containers = [{ command = ${words} }] })`)).toEqual(["curl"]);
    expect(requestsOf(row.of, `x_${row.name} = jsonencode({ containers = [{ command = ${words} }] })`)).toEqual([]);
  });

  it("is read of a document in YAML, too", () => {
    const yaml = `spec:\n  containers:\n    - command: [sh, -c]\n      args:\n        - |\n          ${REQUEST}\n`;
    const started = (text: string): readonly string[] =>
      requestsOf("kubectl_manifest", `yaml_body = <<-EOT\n${text}\nEOT`);
    expect(started(yaml)).toEqual(["curl"]);
    expect(started(yaml.replace("command", "x-command").replace("args", "x-args"))).toEqual([]);
  });

  it.each(CONTAINER_WORDS.filter(({ part }) => part === "program"))(
    "is $name of $of, with a program",
    ({ name, of }) => {
      const block = named(of, "block") || "container";
      expect(started(of, block, `${name} = ${words}`)).toEqual(["curl"]);
      expect(started(of, block, `x_${name} = ${words}`)).toEqual([]);
    },
  );

  it.each(CONTAINER_WORDS.filter(({ part }) => part === "arguments"))(
    "is $name of $of, with arguments",
    ({ name, of }) => {
      const program = named(of, "program");
      const rest = JSON.stringify(["-c", REQUEST]);
      expect(started(of, named(of, "block"), `${program} = ["/bin/sh"]\n${name} = ${rest}`)).toEqual(["curl"]);
      expect(started(of, named(of, "block"), `${program} = ["/bin/sh"]\nx_${name} = ${rest}`)).toEqual([]);
    },
  );
});

describe("the environment of a container", () => {
  const words = JSON.stringify(["sh", "-c", REQUEST.replace(" https", ' --data-urlencode "client_secret=$S" https')]);
  const stored = (type: string, body: string): readonly string[] => {
    const secret = 'variable "client_secret" {\n  sensitive = true\n}\n';
    const text = `${secret}resource "${type}" "x" {\n${body}\n}\n`;
    const { findings } = examine([joinFiles("/x", [readHcl(text, "main.tf")])]);
    return findings.filter(({ rule }) => rule === "secret-in-state").map(({ message }) => message);
  };
  const SECRET = "S = var.client_secret";
  const MESSAGE = "A secret (var.client_secret) in the environment (S) is stored in state.";

  it.each(CONTAINER_WORDS.filter(({ part }) => part === "environment"))("is $name of $of", ({ name }) => {
    const manifest = (variables: string): string => `manifest = { spec = [{ command = ${words}, ${variables} }] }`;
    expect(stored("kubernetes_manifest", manifest(`${name} = { ${SECRET} }`))).toEqual([MESSAGE]);
    expect(stored("kubernetes_manifest", manifest(`x_${name} = { ${SECRET} }`))).toEqual([]);
  });

  it.each([
    ["an object", "container_spec", `env = { ${SECRET} }`],
    ["a list of texts", "container_spec", 'env = ["A=b", "S=${var.client_secret}"]'],
    ["a list of names", "container_spec", 'env = [{ name = "S", value = var.client_secret }]'],
    ["a block for each", "container", 'env {\n name = "S"\n value = var.client_secret\n}'],
  ])("is %s", (_, block, environment) => {
    expect(stored("docker_service", `${block} {\n command = ${words}\n ${environment}\n}`)).toEqual([MESSAGE]);
  });

  it.each(['S = "x"\n B = var.client_secret', 'A = "S=${var.client_secret}"'])("is not told of %s", (variables) => {
    expect(stored("docker_service", `container_spec {\n command = ${words}\n env = {\n ${variables}\n }\n}`)).toEqual(
      [],
    );
  });
});

describe("a wrapper", () => {
  const run = (command: string): readonly string[] =>
    requestsOf("terraform_data", `provisioner "local-exec" {\n  command = ${JSON.stringify(command)}\n}`);

  it.each(WRAPPERS)("is $program: $case", ({ program, case: words }) => {
    expect(words.split(" ")[0]).toBe(program);
    expect(run(`${words} ${REQUEST}`)).toEqual(["curl"]);
    expect(run(`${words} echo ${REQUEST}`)).toEqual([]);
  });

  it.each(WRAPPERS.flatMap((row) => (row.withValue ?? []).map((option) => ({ ...row, option }))))(
    "$program takes a value for $option",
    ({ program, option, operands = 0, verbs = [] }) => {
      // The shell itself has another `time`.
      const path = [program === "time" ? "/usr/bin/time" : program, ...verbs.slice(0, 1)].join(" ");
      expect(run(`${path} ${option} curl ${"1 ".repeat(operands)}${REQUEST}`)).toEqual(["curl"]);
      expect(run(`${path} ${option} ${"1 ".repeat(operands)}${REQUEST}`)).toEqual([]);
    },
  );
});
