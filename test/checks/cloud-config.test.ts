import { describe, expect, it } from "vitest";
import { cloudConfigScripts, isCloudConfig } from "../../checks/executions/cloud-config";
import { partsOf } from "../../checks/executions/multipart";
import { hole, literal, sketch } from "../../checks/values/symbolic-string";

/** The scripts in a document, in which `<secret>` is what Terraform writes there. */
function scriptsIn(document: string): string[] {
  const [first = "", ...rest] = document.split("<secret>");
  const text = [literal(first), ...rest.flatMap((part) => [hole({ taint: "secret" }), literal(part)])];
  return cloudConfigScripts(text).scripts.map((script) => sketch(script).replaceAll("\u{FFFC}", "<secret>"));
}

describe("cloud-config", () => {
  it.each([
    ["lines", "runcmd:\n  - curl -d a=<secret> x\n  - 'echo it''s'\n", ["curl -d a=<secret> x\necho it's\n"]],
    ["a literal block", "runcmd:\n  - |\n    if a; then\n      b\n    fi\n", ["if a; then\n  b\nfi\n\n"]],
    ["a folded block", "runcmd:\n  - >-\n    curl\n    -d a=<secret>\n    x\n", ["curl -d a=<secret> x\n"]],
    ["a folded quoted text", 'runcmd:\n  - "curl \\\n    -d \\"a\\" \\x78"\n', ['curl -d "a" x\n']],
    ["words", `runcmd:\n  - [sh, -c, "curl -d 'a' <secret>"]\n`, ["sh -c 'curl -d '\\''a'\\'' <secret>' \n"]],
    ["words below each other", "bootcmd:\n  - - echo\n    - a b\n", ["echo 'a b' \n"]],
    [
      "files",
      "write_files:\n  - path: /a\n    content: |\n      #!/bin/sh\n      curl x\n  - content: echo\n",
      ["#!/bin/sh\ncurl x\n", "echo"],
    ],
    ["files in Base64", "write_files:\n  - encoding: b64\n    content: Y3VybCB4IA==\n", ["curl x "]],
    ["comments, anchors and numbers", "# a\nx: &c curl\nruncmd:\n  - 1 # b\n  - true\n", ["1\ntrue\n"]],
    ["JSON", '{"runcmd": [["echo", "a"], "b"]}', ["echo a \nb\n"]],
    ["what stands before a mistake", "runcmd:\n  - a\n  - b\n x: [\n", ["a\nb\n"]],
    ["no commands", "packages:\n  - curl\n", []],
    ["no mapping", "- a\n", []],
  ])("has scripts: %s", (_, document, scripts) => {
    expect(scriptsIn(`#cloud-config\n${document}`)).toEqual(scripts);
  });

  it("has files that are there for its scripts", () => {
    const document = "#cloud-config\nwrite_files:\n  - path: /etc/a.env\n    content: A=b\n  - content: c\n";
    const { files } = cloudConfigScripts([literal(document)]);
    expect([...files].map(([path, content]) => [path, sketch(content)])).toEqual([["/etc/a.env", "A=b"]]);
  });

  it("gives each line its place", () => {
    const text = "#cloud-config\nruncmd:\n  - |\n    one\n    two\n  - three\n";
    const file = { path: "a.yaml", text: () => text, json: false };
    const [script = []] = cloudConfigScripts([literal(text, { file, at: 0 })]).scripts;
    const places = script.map(({ text: part, place }) => [
      part,
      place &&
        text
          .slice(place.at as number)
          .split("\n", 1)[0]
          ?.trim(),
    ]);
    expect(places).toEqual([
      ["one\n", "one"],
      ["two\n", "two"],
      ["\n", undefined],
      ["three", "- three"],
      ["\n", undefined],
    ]);
  });

  it.each([
    ["#cloud-config\n", true],
    ["## template: jinja\n#cloud-config\n", true],
    ["#!/bin/sh\n", false],
  ])("is told by its first line: %j", (text, expected) => {
    expect(isCloudConfig([literal(text)])).toBe(expected);
  });

  it("survives depth that nobody writes", () => {
    expect(() => scriptsIn(`#cloud-config\nruncmd: ${"[".repeat(50_000)}`)).not.toThrow();
  });
});

describe("a multipart document", () => {
  const parts = (text: string): string[] => partsOf([literal(text)]).map(sketch);
  const HEADER = 'MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="==B=="\n\n';

  it.each([
    ["a script alone", "#!/bin/sh\n--x\n", ["#!/bin/sh\n--x\n"]],
    [
      "two parts",
      `${HEADER}--==B==\nContent-Type: text/x-shellscript\n\n#!/bin/sh\na\n--==B==\nContent-Type: text/plain\nX: y\n\nb\n--==B==--\n`,
      ["#!/bin/sh\na\n", "b\n"],
    ],
    [
      "cloud-config without its first line",
      `${HEADER}--==B==\nContent-Type: text/cloud-config\n\nruncmd: [a]\n--==B==--`,
      ["#cloud-config\nruncmd: [a]\n"],
    ],
    ["Base64", `${HEADER}--==B==\nContent-Transfer-Encoding: base64\n\nZWNobyBhYmM=\n--==B==--`, ["echo abc"]],
    ["no end", `${HEADER}--==B==\nA: b\n\nc\n`, ["c\n"]],
    ["a part without content", `${HEADER}--==B==\nA: b\n--==B==--\n`, [""]],
  ])("has parts: %s", (_, document, expected) => {
    expect(parts(document)).toEqual(expected);
  });
});
