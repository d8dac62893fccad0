import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { examine, type RawFinding } from "../../lib/checks/engine";
import { wasmOfSources } from "../../lib/checks/hcl/wasm-files";
import { joinFiles, loadHclParser, readHcl, readTfJson } from "../../lib/checks/read";
import { rules } from "../../lib/checks/rules";

const FOLDER = fileURLToPath(new URL("../../lib/checks/rules/", import.meta.url));

beforeAll(() => loadHclParser(wasmOfSources()));

function findingsIn(file: string, name: string): RawFinding[] {
  const text = readFileSync(file, "utf8");
  const read = name.endsWith(".json") ? readTfJson(text, name) : readHcl(text, name);
  expect(read.problems).toEqual([]);
  return [...examine([joinFiles("/case", [read])]).findings];
}

describe.each(rules)("$id", ({ id }) => {
  const cases = `${FOLDER}${id}/cases/`;
  const names = existsSync(cases) ? readdirSync(cases) : [];

  it("has cases of both kinds", () => {
    expect(names.some((name) => name.startsWith("ok."))).toBe(true);
    expect(names.some((name) => name.startsWith("bad."))).toBe(true);
  });

  it.each(names)("%s", (name) => {
    const own = findingsIn(cases + name, name).filter((finding) => finding.rule === id);
    if (name.startsWith("ok.")) expect(own).toEqual([]);
    else expect(own.length).toBeGreaterThan(0);
    for (const finding of own) expect(finding.line).toBeGreaterThan(0);
  });
});

it("lists every folder of a rule", () => {
  const folders = readdirSync(FOLDER, { withFileTypes: true }).filter((entry) =>
    existsSync(`${FOLDER}${entry.name}/rule.ts`),
  );
  expect(rules.map((rule) => rule.id).sort()).toEqual(folders.map((folder) => folder.name).sort());
});

it("never tells the secret", () => {
  const secret = "Hq7-ZkP2-mV91";
  const told = rules.flatMap(({ id }) =>
    readdirSync(`${FOLDER}${id}/cases/`).flatMap((name) => findingsIn(`${FOLDER}${id}/cases/${name}`, name)),
  );
  expect(JSON.stringify(told)).not.toContain(secret);
});
