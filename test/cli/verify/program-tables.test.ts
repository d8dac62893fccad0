import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { join } from "node:path";
import { expect, it } from "vitest";
import { unknownArguments } from "../../../cli/verify/known-arguments";
import { outcomeOf } from "../../../cli/verify/outcomes";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));
const FILES = join(ROOT, "lib/program/files");
const program = readdirSync(FILES)
  .map((name) => readFileSync(join(FILES, name), "utf8"))
  .join("\n");

it("verify has words for each exit status that the README lists", () => {
  const readme = readFileSync(join(ROOT, "README.md"), "utf8");
  const [, table = ""] = /^\| status \|.*\n((?:\|.*\n)+)/m.exec(readme) ?? [];
  const statuses = [...table.matchAll(/^\| ([\d, ]+) \|/gm)].flatMap(([, list = ""]) => list.split(", ").map(Number));
  expect(statuses.length).toBeGreaterThan(15);
  expect(statuses.filter((status) => outcomeOf(status).words.startsWith("failed"))).toEqual([]);
});

it("verify knows each argument that the program reads", () => {
  const ofAwk = [...program.matchAll(/argument\["([^"]+)"\]|"([a-z_.]+)" in argument/g)].map(
    ([, a, b]) => a ?? b ?? "",
  );
  const ofShell = [...program.matchAll(/^ +([a-z_.]+)=\*?[a-z]*\)/gm)].map(([, name = ""]) => name);
  const names = [...new Set([...ofAwk, ...ofShell])];
  expect(names).toEqual(expect.arrayContaining(["token_endpoint", "client_id", "output", "minimum_lifetime"]));
  expect(unknownArguments(names)).toEqual([]);
});
