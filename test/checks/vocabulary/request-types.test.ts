import { beforeAll, describe, expect, it } from "vitest";
import { wasmOfSources } from "../../../checks/configuration/hcl/wasm-files.js";
import { joinFiles, loadHclParser, readHcl } from "../../../checks/configuration/read.js";
import { examine, type Examination } from "../../../checks/run/examine.js";
import { ANSWER_ATTRIBUTES, ANSWERING_TYPES } from "../../../checks/vocabulary/answers.js";
import { REQUEST_ATTRIBUTES } from "../../../checks/vocabulary/request-attributes.js";
import { REQUEST_TYPES } from "../../../checks/vocabulary/request-types.js";
import { WORKFLOW_STEPS } from "../../../checks/vocabulary/workflow-steps.js";
import { SECRET_ATTRIBUTES } from "../../../checks/vocabulary/secret-attributes.js";

beforeAll(() => loadHclParser(wasmOfSources()), 60_000);

const examined = (text: string): Examination => examine([joinFiles("/x", [readHcl(text, "main.tf")])]);
const rules = (text: string): Set<string> => new Set(examined(text).findings.map(({ rule }) => rule));

const URL = "https://sso.acme.example/oauth2/token";
const VALUES: Readonly<Record<string, string>> = {
  URL: `"${URL}"`,
  HOST: '"https://sso.acme.example"',
  PATH: '"/oauth2/token"',
  FORM: '"grant_type=client_credentials&client_id=a&client_secret=${var.client_secret}"',
  SECRET: "var.client_secret",
  POST: '"POST"',
};

/** `url=URL method=POST` as a block, with more in it. */
function block(type: string, attributes: string, more = ""): string {
  const lines = attributes.split(" ").map((pair) => {
    const [name = "", value = ""] = pair.split("=");
    return name === "" ? "" : `  ${name} = ${VALUES[value] ?? value}`;
  });
  return `variable "client_secret" { sensitive = true }\ndata "${type.replace("*", "acme")}" "x" {\n${lines.join("\n")}\n${more}\n}\n`;
}

const typeNamed = (type: string): (typeof REQUEST_TYPES)[number] | undefined =>
  REQUEST_TYPES.find((row) => row.type === type);

describe("a type that makes a request", () => {
  it.each(REQUEST_TYPES)("is $type: $case", ({ type, case: attributes }) => {
    expect(examined(block(type, attributes)).requests).toHaveLength(1);
    expect(examined(block(`x${type.replace("*", "")}x`, attributes)).requests).toHaveLength(0);
  });

  it.each(REQUEST_TYPES.filter((row) => !row.asksForToken))("says of $type whether it notices a failure", (row) => {
    expect(rules(block(row.type, row.case)).has("unchecked-status")).toBe(row.failsOnError !== true);
  });

  it.each(REQUEST_TYPES.filter((row) => !row.asksForToken))("says of $type whether it sends JSON", (row) => {
    expect(rules(block(row.type, row.case)).has("json-body")).toBe(row.sendsJson === true);
  });
});

describe("a step of a workflow", () => {
  interface Given {
    readonly url?: string;
    readonly type?: string;
    readonly secret?: string;
    readonly mark?: string;
  }

  /** The rules that find something in a workflow with such a step. */
  function found(row: (typeof WORKFLOW_STEPS)[number], given: Given): Set<string> {
    const { url = URL, type, secret = "hunter2-and-more", mark = row.value } = given;
    const step = {
      [row.mark]: mark,
      [row.within]: {
        [row.url]: url,
        ...(row.method !== undefined && { [row.method]: "POST" }),
        ...(type !== undefined && { [row.headers]: { "Content-Type": type } }),
        [row.body]: { grant_type: "client_credentials", client_secret: secret },
      },
    };
    const document = JSON.stringify(JSON.stringify({ steps: [{ login: step }] })).replaceAll("${", () => "$${");
    return rules(`resource "${row.type}" "x" {\n  ${row.attribute} = ${document}\n}\n`);
  }

  const FORM = "application/x-www-form-urlencoded";

  it.each(WORKFLOW_STEPS)("is one of $type, with $mark = $value and $within", (row) => {
    expect(found(row, {})).toEqual(new Set(["json-body", "literal-secret", "secret-in-state"]));
    expect(found(row, { mark: "other" })).toEqual(new Set());
    expect(found(row, { type: "application/json" })).toContain("json-content-type");
    expect(found(row, { type: FORM })).toEqual(new Set(["literal-secret", "secret-in-state"]));
    expect(found(row, { type: FORM, url: URL.replace("https:", "http:") })).toContain("insecure-transport");
  });

  it.each(["{% $states.input.secret %}", "${secret}", "@{parameters('secret')}", "@parameters('secret')"])(
    "stores nothing of what it fills in when it runs: %s",
    (secret) => {
      for (const row of WORKFLOW_STEPS) expect(found(row, { type: FORM, secret })).toEqual(new Set());
    },
  );
});

describe("an attribute of a request", () => {
  const of = (part: string): readonly (typeof REQUEST_ATTRIBUTES)[number][] =>
    REQUEST_ATTRIBUTES.filter((row) => row.part === part);
  const basis = (type: string): string => typeNamed(type)?.case ?? "";
  /** The attributes of a type without those for some parts. */
  const without = (type: string, ...parts: string[]): string =>
    basis(type)
      .split(" ")
      .filter((pair) => !parts.flatMap(of).some(({ name }) => pair.startsWith(`${name}=`)))
      .join(" ");

  const bodyOf = (type: string): string => of("body").find(({ name }) => basis(type).includes(`${name}=`))?.name ?? "";

  it("has a type whose documentation names it", () => {
    expect(REQUEST_ATTRIBUTES.filter((row) => typeNamed(row.of) === undefined)).toEqual([]);
  });

  it.each([...of("url"), ...of("path")])("$name of $of is its $part", ({ name, of: type, part }) => {
    const others = part === "url" ? without(type, "url", "path") : without(type, part);
    const at = (url: string): string => block(type, others, `${name} = "${url}"`);
    expect(rules(at(URL))).not.toContain("insecure-transport");
    expect(rules(at(URL.replace("https:", "http:")))).toContain("insecure-transport");
  });

  it.each(of("body"))("$name of $of is its body", ({ name, of: type }) => {
    const body = `${name} = "grant_type=client_credentials&client_secret=hunter2-and-more"`;
    expect(rules(block(type, basis(type)))).not.toContain("literal-secret");
    expect(rules(block(type, without(type, "body"), body))).toContain("literal-secret");
  });

  it.each(of("headers"))("$name of $of has its headers", ({ name, of: type }) => {
    const json = `${name} = { Content-Type = "application/json" }`;
    const form = `${name} = { Content-Type = "application/x-www-form-urlencoded" }`;
    expect(rules(block(type, basis(type), json)).has("json-content-type")).toBe(true);
    expect(rules(block(type, basis(type), form)).has("json-content-type")).toBe(false);
  });

  it.each(of("method"))("$name of $of is its method", ({ name, of: type }) => {
    const url = basis(type).includes("path=") ? "path" : basis(type).startsWith("uri=") ? "uri" : "url";
    const login = `${url} = "https://api2.eu.prismacloud.io/login"\n${bodyOf(type)} = "password=b"`;
    const sent = (method: string): string =>
      block(type, without(type, "method", "url", "path", "body"), `${login}\n${name} = "${method}"`);
    expect(examined(sent("POST")).requests).toHaveLength(1);
    expect(examined(sent("GET")).requests).toHaveLength(0);
  });

  it.each(of("insecure"))("$name of $of turns the checks of certificates off", ({ name, of: type }) => {
    expect(rules(block(type, basis(type), `${name} = true`)).has("insecure-transport")).toBe(true);
    expect(rules(block(type, basis(type), `${name} = false`)).has("insecure-transport")).toBe(false);
  });

  it.each([...of("user"), ...of("password")])("$name of $of is for HTTP Basic", ({ of: type }) => {
    const [user, password] = [of("user"), of("password")].map((rows) => rows.find((row) => row.of === type)?.name);
    const login = `${user ?? ""} = "abc"\n${password ?? ""} = "hunter2-and-more"`;
    const attributes = without(type, "body");
    const { findings } = examined(
      block(type, attributes, `${bodyOf(type)} = "grant_type=client_credentials"\n${login}`),
    );
    expect(findings.map(({ rule }) => rule)).toContain("literal-secret");
  });

  it.each(of("accepted status"))("$name of $of says which answers are no error", ({ name, of: type }) => {
    expect(rules(block(type, basis(type), `${name} = [200, 201]`)).has("unchecked-status")).toBe(false);
    expect(rules(block(type, basis(type), `${name} = [200, 401]`)).has("unchecked-status")).toBe(true);
  });
});

describe("an attribute with an answer", () => {
  const REQUEST = `curl -sSf -d grant_type=x ${URL}`;
  const FILE = `resource "terraform_data" "x" {
  provisioner "local-exec" {
    command = "${REQUEST} -o t.json"
  }
}
`;
  /** What the types do that make no request of their own. */
  const PROGRAMS: Readonly<Record<string, string>> = {
    external: `data "external" "x" {\n  program = ["sh", "-c", "${REQUEST}"]\n}\n`,
    local_command: `data "local_command" "x" {\n  command = "sh"\n  arguments = ["-c", "${REQUEST}"]\n}\n`,
    local_file: `${FILE}data "local_file" "x" {\n  filename = "t.json"\n}\n`,
    local_sensitive_file: `${FILE}data "local_sensitive_file" "x" {\n  filename = "t.json"\n}\n`,
    shell_script: `data "shell_script" "x" {\n  lifecycle_commands {\n    read = "${REQUEST}"\n  }\n}\n`,
  };

  const read = (type: string, attribute: string): string[] => {
    const row = typeNamed(type);
    const own = row ? block(type, row.case) : (PROGRAMS[type] ?? "");
    const { findings } = examined(`${own}output "o" {\n  value = data.${type}.x.${attribute}\n}\n`);
    return findings.map(({ rule }) => rule);
  };

  it("has a type whose documentation names it", () => {
    const types = new Set([...REQUEST_TYPES, ...ANSWERING_TYPES].map(({ type }) => type));
    expect(ANSWER_ATTRIBUTES.filter((row) => !types.has(row.of))).toEqual([]);
    for (const { type, case: attribute } of ANSWERING_TYPES)
      expect([type, ANSWER_ATTRIBUTES.some((row) => row.name === attribute)]).toEqual([type, true]);
  });

  it.each(ANSWERING_TYPES)("may be of $type, whose $case holds what a program printed, or a file", (row) => {
    expect(read(row.type, row.case)).toContain("unmarked-output");
    expect(read(row.type, `x_${row.case}_x`)).not.toContain("unmarked-output");
  });

  it.each(ANSWER_ATTRIBUTES.filter(({ holds }) => holds !== "status"))("$name of $of holds an $holds", (row) => {
    expect(read(row.of, row.name)).toContain("unmarked-output");
    expect(read(row.of, `x_${row.name}_x`)).not.toContain("unmarked-output");
  });

  it.each(ANSWER_ATTRIBUTES.filter(({ holds }) => holds === "status"))(
    "$name of $of holds a status",
    ({ name, of }) => {
      const checked = (attribute: string): boolean => {
        const condition = `condition = data.${of}.x.${attribute} == 200\n error_message = "It failed."`;
        return !rules(`${block(of, typeNamed(of)?.case ?? "")}check "x" {\n assert {\n ${condition}\n }\n}\n`).has(
          "unchecked-status",
        );
      };
      expect([checked(name), checked(`x_${name}_x`)]).toEqual([true, false]);
      expect(read(of, name)).not.toContain("unmarked-output");
    },
  );
});

describe("an attribute that is a secret", () => {
  const each = (row: (typeof SECRET_ATTRIBUTES)[number]) => row.attributes.map((attribute) => ({ ...row, attribute }));

  it.each(SECRET_ATTRIBUTES.flatMap(each))(
    "is $attribute of $type",
    ({ case: reference, attribute, ofClient = false }) => {
      const of = reference.slice(0, reference.lastIndexOf("."));
      const asks = (value: string): Set<string> =>
        rules(`data "external" "token" {\n  program = ["./get-token.sh", ${value}]\n}`);
      expect(asks(`${of}.${attribute}`)).toContain("secret-in-command");
      expect(asks(`acme_thing.x.${attribute}`)).toEqual(new Set());
      const logsIn = `resource "null_resource" "x" {
  provisioner "local-exec" {
    command = "acme-login \${${of}.${attribute}}"
  }
}`;
      expect(rules(logsIn).has("secret-in-command")).toBe(ofClient);
    },
  );
});
