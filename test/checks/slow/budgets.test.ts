import { describe, expect, it } from "vitest";
import type { Report } from "../../../checks/index.js";
import { temporaryFolder } from "../stacks.js";
import { command, JSON_ONLY, write } from "./command.js";

const provisioner = (name: string, shell: string): string =>
  `resource "null_resource" "${name}" {\n  provisioner "local-exec" {\n    command = ${JSON.stringify(shell).replaceAll("${", () => "$${")}\n  }\n}\n`;

/** Functions that call each other: few words, and more steps than there are atoms. */
const NESTED = Array.from({ length: 7 }, (_, i) => `f${i}(){ ${`f${i + 1};`.repeat(20)} };`).join("");
const MISTAKES = JSON_ONLY.replaceAll('"token"', '"one"') + JSON_ONLY.replaceAll('"token"', '"two"');

function reportOn(files: Readonly<Record<string, string>>): { status: number | null; report: Report } {
  const folder = temporaryFolder();
  write(folder, files);
  const { status, stdout } = command(folder, ["check", "--format", "json"], { killAfterMs: 110_000 });
  return { status, report: JSON.parse(stdout) as Report };
}

const found = ({ findings }: Report): string[] => findings.map(({ file, address }) => `${file} ${address}`);
const cut = ({ problems }: Report): string[] =>
  problems.map(({ file, line, message }) => `${file}:${line ?? ""} ${message}`);

describe("what one block uses up is its own", { timeout: 120_000 }, () => {
  it("and the mistakes beside it are found, in its file and in others", () => {
    const { status, report } = reportOn({
      "a.tf": provisioner("hostile", `${NESTED}f0; curl https://x.example/oauth/token`) + MISTAKES,
      "b.tf": JSON_ONLY,
    });
    expect(found(report)).toEqual(["a.tf null_resource.one", "a.tf null_resource.two", "b.tf null_resource.token"]);
    // On a machine that is busy the time of a block may be over before its steps are.
    expect(cut(report)).toEqual([
      expect.stringMatching(
        /^a\.tf:1 This takes (?:more steps|longer) to follow than a block may: it was checked in part\.$/,
      ),
    ]);
    expect(status).toBe(1);
  });

  it("and it alone is no pass: the exit status is 2", () => {
    const { status, report } = reportOn({
      "a.tf": provisioner("x", `${NESTED}f0; curl https://x.example/oauth/token`),
    });
    expect([status, found(report), report.undetermined]).toEqual([2, [], []]);
    expect(cut(report)).toHaveLength(1);
  });

  it("of a local that several blocks refer to, each has what it can pay for", () => {
    const doubled = Array.from({ length: 60 }, (_, i) => `  a${i} = [local.a${i + 1}, local.a${i + 1}]\n`).join("");
    const { report } = reportOn({
      "a.tf": `locals {\n${doubled}  a60 = "x"\n}\n${provisioner("x", "curl -d ${jsonencode(local.a0)} https://x.example/oauth/token").replaceAll("$${", () => "${")}`,
      "b.tf": MISTAKES,
    });
    expect(found(report)).toEqual(["b.tf null_resource.one", "b.tf null_resource.two"]);
    expect(cut(report).length).toBeGreaterThan(0);
  });
});

describe("growth is bounded", { timeout: 120_000 }, () => {
  const grows: Readonly<Record<string, string>> = {
    "a variable of a shell that doubles": provisioner(
      "x",
      `a=client_secret\n${"a=$a$a\n".repeat(40)}curl https://x.example/oauth/token -d "$a"`,
    ),
    "a file that a script writes from itself": provisioner(
      "x",
      `echo a > x\n${"cat x x x x > y; cat y y y y > x\n".repeat(30)}curl https://x.example/oauth/token -d @x`,
    ),
    "text that replaces itself":
      `locals {\n  a0 = "${"a".repeat(100)}"\n${Array.from({ length: 20 }, (_, i) => `  a${i + 1} = replace(local.a${i}, "a", local.a${i})\n`).join("")}}\n` +
      provisioner("x", "curl -d ${local.a20} https://x.example/oauth/token").replaceAll("$${", () => "${"),
    "escapes of escapes":
      `locals {\n  a0 = "\\"\\\\"\n${Array.from({ length: 40 }, (_, i) => `  a${i + 1} = jsonencode(local.a${i})\n`).join("")}}\n` +
      provisioner("x", "curl -d ${local.a40} https://x.example/oauth/token").replaceAll("$${", () => "${"),
  };
  it.each(Object.entries(grows))("of %s", (_, content) => {
    const { report } = reportOn({ "a.tf": content, "b.tf": MISTAKES });
    expect(found(report)).toEqual(["b.tf null_resource.one", "b.tf null_resource.two"]);
    expect(cut(report).length).toBeGreaterThan(0);
  });
});

describe("what one file breaks is its own", { timeout: 120_000 }, () => {
  const login = (label: string): string =>
    JSON.stringify({
      data: {
        http: {
          [label]: {
            url: "https://x.example/login",
            method: "POST",
            request_body: '{"username":"a","password":"${var.p}"}',
          },
        },
      },
      locals: { used: `data.http.${"a".repeat(40)}!.body.token` },
    });
  const breaks: Readonly<Record<string, string>> = {
    "a label that is no pattern": login("(("),
    "a label that is a pattern without end": login("(a+)+$"),
    "an echo of 130,000 words": JSON.stringify({
      resource: {
        null_resource: {
          x: {
            provisioner: [{ "local-exec": { command: `curl https://x/oauth/token; echo ${"a ".repeat(130_000)}> x` } }],
          },
        },
      },
    }),
  };
  it.each(Object.entries(breaks))("%s", (_, content) => {
    const { report } = reportOn({ "a.tf.json": content, "b.tf": MISTAKES });
    expect(found(report)).toEqual(["b.tf null_resource.one", "b.tf null_resource.two"]);
    expect(report.looked.files).toBe(2);
  });
});

describe("modules that call each other", { timeout: 120_000 }, () => {
  it("are announced, and each is checked, also where nothing else leads to them", () => {
    const calls = (...names: string[]) =>
      names.map((name) => `module "${name}" {\n  source = "../${name}"\n}\n`).join("");
    const { status, report } = reportOn({
      "shared/main.tf": `variable "x" {}\n`,
      "root/main.tf": calls("shared"),
      "a/main.tf": calls("b", "shared") + JSON_ONLY,
      "b/main.tf": calls("a") + JSON_ONLY,
    });
    expect(found(report)).toEqual(["a/main.tf null_resource.token", "b/main.tf null_resource.token"]);
    expect(cut(report)).toEqual([
      "b/main.tf:1 This calls a module that in turn calls this one, which was not followed again: it was checked in part.",
    ]);
    expect(status).toBe(1);
  });

  it("without end are cut where they are too many", () => {
    const files: Record<string, string> = {};
    for (let i = 0; i < 7; i++)
      files[`m${i}/main.tf`] =
        Array.from({ length: 5 }, (_, call) => `module "c${call}" {\n  source = "../m${i + 1}"\n}\n`).join("") +
        JSON_ONLY;
    files["m7/main.tf"] = JSON_ONLY;
    const { report } = reportOn(files);
    expect(cut(report).join()).toContain("is the call of a module beyond 500 calls, which was not followed");
  });
});

describe("what is not followed is told", { timeout: 120_000 }, () => {
  const request = "curl https://x.example/oauth/token -d grant_type=client_credentials";
  const ignored: Readonly<Record<string, readonly [files: Readonly<Record<string, string>>, why: string]>> = {
    "a script of 300 KB": [
      { "a.tf": provisioner("x", "./token.sh"), "token.sh": `# ${"x".repeat(300_000)}\n${request}\n` },
      "starts a script of more than 256 KiB, which was not followed",
    ],
    "a Makefile of 300 KB": [
      { "a.tf": provisioner("x", "make token"), Makefile: `token:\n\t${request}\n# ${"x".repeat(300_000)}\n` },
      "starts a Makefile of more than 256 KiB, which was not followed",
    ],
    "commands in 60 pairs of braces": [
      { "a.tf": provisioner("x", `${"{ ".repeat(60)}${request};${" };".repeat(60)}`) },
      "nests commands or functions of a shell deeper than 40, which were not followed",
    ],
    "commands in 300 pairs of braces, which the parser gives up": [
      { "a.tf": provisioner("x", `${"{ ".repeat(300)}${request};${" };".repeat(300)}`) },
      "nests commands or functions of a shell deeper than 40, which were not followed",
    ],
    "scripts that start each other": [
      { "a.tf": provisioner("x", "sh ./token.sh"), "token.sh": "sh ./token.sh\n" },
      "starts scripts that start each other more than 8 deep, which were not followed",
    ],
    "a program in 400 pairs of brackets": [
      { "a.tf": provisioner("x", "python3 token.py"), "token.py": `a = ${"[".repeat(400)}${"]".repeat(400)}\n` },
      "starts a program that is nested too deeply to be followed to its end",
    ],
  };
  it.each(Object.entries(ignored))("%s", (_, [files, why]) => {
    const { status, report } = reportOn(files);
    expect([status, cut(report)]).toEqual([2, [`a.tf:1 This ${why}: it was checked in part.`]]);
  });

  it("but for a function that calls itself, which does the same again", () => {
    const again = `get() { ${request} --fail-with-body || get; }; get`;
    const { report } = reportOn({ "a.tf": provisioner("x", again) });
    expect([cut(report), report.looked.requests]).toEqual([[], [{ by: "curl", count: 1 }]]);
  });
});
