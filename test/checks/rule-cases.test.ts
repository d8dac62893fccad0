import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { examine } from "../../checks/run/examine.js";
import { wasmOfSources } from "../../checks/configuration/hcl/wasm-files.js";
import { joinFiles, loadHclParser, readHcl, readTfJson } from "../../checks/configuration/read.js";
import { rules } from "../../checks/rules/index.js";

const folder = fileURLToPath(new URL("../../checks/rules/", import.meta.url));

function casesOf(id: string, kind: "ok" | "bad" | "todo"): string[] {
  const names = readdirSync(folder + id, { recursive: true, encoding: "utf8" });
  return names.filter((name) => new RegExp(`(?:^|[\\\\/])${kind}\\.(?:[\\w-]+\\.)?tf(?:\\.json)?$`).test(name)).sort();
}

/** The rules that find something in one case, as if it were a folder of its own. */
function foundIn(id: string, name: string): string[] {
  const text = readFileSync(`${folder}${id}/${name}`, "utf8");
  const file = (name.endsWith(".json") ? readTfJson : readHcl)(text, name);
  const { findings, problems } = examine([joinFiles(`/${id}`, [file])]);
  expect(problems).toEqual([]);
  return findings.map(({ rule }) => rule);
}

describe.each(rules)("the rule $id", ({ id }) => {
  beforeAll(() => loadHclParser(wasmOfSources()));

  it("has cases of both kinds", () => {
    expect(casesOf(id, "bad")).not.toEqual([]);
    expect(casesOf(id, "ok")).not.toEqual([]);
  });

  it.each(casesOf(id, "bad"))("alone finds something in %s", (name) => {
    expect(new Set(foundIn(id, name))).toEqual(new Set([id]));
  });

  // Known misses. A case of these that fails here is found now, and is renamed to `bad.`.
  it.each(casesOf(id, "todo"))("does not find %s yet", (name) => {
    expect(foundIn(id, name)).not.toContain(id);
  });

  it.each(casesOf(id, "ok"))("finds nothing in %s, and no other does", (name) => {
    expect(foundIn(id, name)).toEqual([]);
  });
});

it("lists every folder of a rule", () => {
  const folders = readdirSync(folder).filter((name) => existsSync(`${folder}${name}/rule.ts`));
  expect(rules.map((rule) => rule.id).sort()).toEqual(folders.sort());
});
