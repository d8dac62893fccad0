import { describe, expect, it } from "vitest";
import type { Report } from "../../../checks/index.js";
import { temporaryFolder } from "../stacks.js";
import { command, JSON_ONLY, write } from "./command.js";

/** Generously more than the seconds that one of these takes, and far less than the minutes that each once took. */
const KILL_AFTER_MS = 60_000;

const times = (count: number, text: string): string => text.repeat(count);
const provisioner = (shell: string): string =>
  JSON.stringify({ resource: { null_resource: { x: { provisioner: [{ "local-exec": { command: shell } }] } } } });
const TOKEN = "https://x.example/oauth/token";

/** Text that grows in one place, from which an attempt at a pattern or a search may begin again at each character. */
const LONG: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "a here-document of 200 KB": {
    "a.tf": `resource "null_resource" "x" {\n  provisioner "local-exec" {\n    command = <<EOT\n${times(6_000, "curl -d a=b https://x.example/oauth\n")}EOT\n  }\n}\n`,
  },
  "100,000 here-documents": { "a.tf": `locals {\n${times(60_000, "a = <<E\nx\nE\n")}}\n` },
  "moved and a carriage return, 150,000 times": { "a.tf": times(150_000, "moved\r") },
  "a URL of 900,000 colons": {
    "a.tf.json": JSON.stringify({
      data: {
        http: {
          x: { url: `https://${times(900_000, ":")}`, method: "POST", request_body: "grant_type=a&client_secret=b" },
        },
      },
    }),
  },
  "env and a dash, 50,000 times": { "a.tf.json": provisioner(times(50_000, "env -")) },
  "a Makefile of marks": { "a.tf.json": provisioner("make token"), Makefile: times(80_000, "-:\r") },
  "a format of zeros": { "a.tf.json": provisioner(`curl ${TOKEN} -d "$(printf '% ${times(200_000, "0")}' a)"`) },
  "a filter of escaped quotes": { "a.tf.json": provisioner(`jq -n '"${times(80_000, '\\"')}' | curl ${TOKEN} -d @-`) },
  "a path that ends in token, many times": {
    "a.tf.json": provisioner(`curl -d a=b ${TOKEN}${times(20_000, "/oauth/token.o")}`),
  },
  "a program of comments": { "a.tf.json": provisioner("python3 oauth.py"), "oauth.py": times(60_000, "#\t\r") },
  "an f-string of colons": { "a.tf.json": provisioner("python3 oauth.py"), "oauth.py": `f"{${times(9_000, ":")}("` },
  "comments that nothing closes": { "a.tf": `locals {\n${times(30_000, 'a = "${/*}"\n')}}\n` },
  "names of capitals": {
    "a.tf.json": JSON.stringify({ variable: { [times(300_000, "A")]: { default: "client_secret" } } }),
  },
};

describe("a megabyte ends", () => {
  it.each(Object.entries(LONG))("of %s, and the rest is checked", { timeout: 2 * KILL_AFTER_MS }, (_, files) => {
    const folder = temporaryFolder();
    write(folder, { ...files, "rest/main.tf": JSON_ONLY });
    const { status, stdout } = command(folder, ["check", "--format", "json"], { killAfterMs: KILL_AFTER_MS });
    const { findings } = JSON.parse(stdout) as Report;
    expect(findings.map(({ rule, file }) => `${rule} ${file}`)).toContain("json-body rest/main.tf");
    expect(status).toBe(1);
  });

  it("of names that a glob of asterisks is tried on", { timeout: 2 * KILL_AFTER_MS }, () => {
    const folder = temporaryFolder();
    write(folder, {
      "cdktf-oauth2-token.json": JSON.stringify({ exclude: [`${times(30, "*a")}b`] }),
      [`${"a".repeat(200)}/main.tf`]: JSON_ONLY,
    });
    const { status } = command(folder, ["check"], { killAfterMs: KILL_AFTER_MS });
    expect(status).not.toBeNull();
  });
});
