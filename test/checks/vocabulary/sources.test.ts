import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const VOCABULARY = here("../../../checks/vocabulary/");
const CORPUS = here("../corpus/");

interface Row {
  readonly source?: unknown;
  readonly case?: unknown;
  readonly name?: unknown;
}

/** Every table that the vocabulary exports, by its name. */
const tables: (readonly [name: string, rows: readonly (Row | string)[]])[] = [];
for (const file of readdirSync(VOCABULARY).filter((name) => name.endsWith(".ts"))) {
  const exported = (await import(pathToFileURL(join(VOCABULARY, file)).href)) as Record<string, unknown>;
  for (const [name, value] of Object.entries(exported))
    if (Array.isArray(value) || value instanceof Set) tables.push([name, [...(value as Iterable<Row | string>)]]);
}

/** Lists of mere words that are no rows yet: a source and a case each are due. None may be added. */
const WORDS = new Set([
  "AFTERWORDS",
  "DOCUMENT_ENDINGS",
  "FORMS",
  "FORMS_OF_TOKENS",
  "LOGIN_ENDINGS",
  "PLACEHOLDER_WORDS",
  "PROSE_KEYS",
  "SCRIPT_KEYS",
  "SWITCH_BEGINNINGS",
  "YAML_ENDINGS",
]);
/** What looks like no secret, which only its case proves. */
const WITHOUT_SOURCE = new Set(["PLACEHOLDERS"]);
/** Tables whose rows name another that has the source, or that were taken from one page as a whole. */
const BY_ANOTHER = new Set(["ANSWER_ATTRIBUTES", "CURL_OPTIONS", "REQUEST_ATTRIBUTES", "WGET_OPTIONS"]);

const PAGE = /^https:\/\/[^\s/]+\.[^\s/]+(?:\/\S*)?$/;
const RFC = /^RFC \d{4}, (?:section \d+(?:\.\d+)*|appendix [A-Z])$/;
const CASE = /^corpus\/(open\/[\w-]+)$/;

/** What is wrong with a row's source: a page, a section of an RFC, or a case of the corpus in which it is met. */
function faultOf({ source, name, case: example = name }: Row): string | undefined {
  if (typeof source !== "string") return "no source";
  const folder = CASE.exec(source)?.[1];
  if (folder === undefined)
    return PAGE.test(source) || RFC.test(source) ? undefined : `no page, section or case: ${source}`;
  if (!existsSync(join(CORPUS, folder))) return `no such case: ${source}`;
  const texts = readdirSync(join(CORPUS, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), "utf8"));
  const met = typeof example === "string" && texts.some((text) => text.includes(example));
  return met ? undefined : `not in ${source}: ${String(example)}`;
}

const tests = readdirSync(here("."))
  .concat("../commands/curl-options.test.ts", "../commands/wget.test.ts", "../../../checks/vocabulary/names.ts")
  .filter((name) => name.endsWith(".test.ts") && name !== "sources.test.ts")
  .map((name) => readFileSync(here(`./${name}`), "utf8"))
  .join("\n");

describe("the vocabulary", () => {
  it("is found by this test", () => {
    expect(tables.length).toBeGreaterThan(20);
  });

  it("has no list of mere words besides those that are known", () => {
    const lists = tables.filter(([, rows]) => rows.some((row) => typeof row === "string")).map(([name]) => name);
    expect(lists.sort()).toEqual([...WORDS].sort());
  });

  it.each(tables.filter(([name]) => !WORDS.has(name)))("has a source for each row of %s", (name, rows) => {
    if (WITHOUT_SOURCE.has(name) || BY_ANOTHER.has(name)) return;
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.flatMap((row) => faultOf(row as Row) ?? [])).toEqual([]);
  });

  it.each(tables.map(([name]) => name))("has a test that walks %s", (name) => {
    expect(tests).toMatch(new RegExp(`(?:it\\.each|of|in)\\b[^\\n]*\\(?\\b${name}\\b`));
  });
});
