import { beforeAll, describe, expect, it } from "vitest";
import { wasmOfSources } from "../../../checks/configuration/hcl/wasm-files.js";
import { joinFiles, loadHclParser, readHcl } from "../../../checks/configuration/read.js";
import { examine } from "../../../checks/run/examine.js";
import { CONTAINER_COMMANDS } from "../../../checks/vocabulary/container-clients.js";
import { INTERPRETERS, type Interpreter } from "../../../checks/vocabulary/interpreters.js";
import { REQUEST_PROGRAMS, STORING_PROGRAMS } from "../../../checks/vocabulary/programs.js";
import { run } from "../languages/follow.js";

beforeAll(() => loadHclParser(wasmOfSources()), 60_000);

const URL = "https://sso.acme.example/oauth2/token";

describe("a program that makes a request", () => {
  it.each(REQUEST_PROGRAMS)("is $name, by itself and behind a wrapper that is not known", ({ name }) => {
    const requests = (command: string): number => run(command, {}).requests.length;
    expect(requests(`${name} ${URL}`)).toBe(1);
    expect(requests(`with-acme-login ${name} ${URL}`)).toBe(1);
    expect(requests(`with-acme-login x${name} ${URL}`)).toBe(0);
  });
});

describe("a command that starts something in a container", () => {
  it.each(CONTAINER_COMMANDS)("is $of $verb", ({ verb, of = "", flags }) => {
    const requests = (before: string): number =>
      run(`docker ${of} ${before} curl sh -c 'curl ${URL}'`, {}).requests.length;
    const written = [...flags].map((flag) => (flag.length === 1 ? `-${flag}` : `--${flag}`)).join(" ");
    expect(requests(`${verb} ${written} -e A=b`)).toBe(1);
    expect(run(`docker ${of} x${verb} acme sh -c 'curl ${URL}'`, {}).requests).toEqual([]);
  });
});

describe("an interpreter", () => {
  const PROGRAMS: Readonly<Record<Interpreter["language"], string>> = {
    shell: `curl -d a=b ${URL}`,
    python: `import requests; requests.post('${URL}', data='a=b')`,
    javascript: `fetch('${URL}', { method: 'POST', body: 'a=b' })`,
    powershell: `Invoke-RestMethod -Method Post -Uri '${URL}' -Body 'a=b'`,
    ruby: `Net::HTTP.post_form(URI('${URL}'), a: 'b')`,
    perl: `HTTP::Tiny->new->post('${URL}')`,
    php: `curl_exec(curl_init('${URL}'));`,
    go: `http.Get(\`${URL}\`)`,
  };
  const OPTIONS = {
    shell: "-c",
    python: "-c",
    javascript: "-e",
    powershell: "-Command",
    ruby: "-e",
    perl: "-e",
    php: "-r",
    go: "",
  };

  it.each(INTERPRETERS)("is $name, of $language", ({ name, language }) => {
    const option = name === "cmd" ? "/c" : OPTIONS[language];
    const files = { "main.go": PROGRAMS.go };
    const given = language === "go" ? "run main.go" : `${option} "${PROGRAMS[language]}"`;
    const requests = (program: string): number => run(`${program} ${given}`, { files }).requests.length;
    expect(requests(name)).toBe(1);
    expect(requests(`x${name}`)).toBe(0);
    expect(requests(`docker run --rm acme ${name}`)).toBe(1);
  });
});

describe("a program that only stores what it is given", () => {
  /** Those that start another are asked with one that stores. */
  const STARTING: Readonly<Record<string, string>> = {
    sh: "-c 'kubectl put SECRET'",
    bash: "-c 'kubectl put SECRET'",
    sudo: "kubectl put SECRET",
    env: "kubectl put SECRET",
  };

  it.each(STORING_PROGRAMS)("is $name", ({ name }) => {
    const rules = (program: string): string[] => {
      const command = `${program} ${STARTING[name] ?? "put SECRET"}`.replace("SECRET", "${var.client_secret}");
      const text = `variable "client_secret" { sensitive = true }
resource "terraform_data" "x" {
  provisioner "local-exec" {
    command = "${command}"
  }
}`;
      return examine([joinFiles("/x", [readHcl(text, "main.tf")])]).findings.map(({ rule }) => rule);
    };
    expect(rules(name)).toEqual([]);
    expect(rules(`acme-${name}`)).toEqual(["secret-in-command"]);
  });
});
