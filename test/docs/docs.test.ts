import { existsSync, readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { EXAMPLES, NOT_APPLIED } from "../../examples";
import { blockFaults } from "./block-faults";
import { isGenerated, linkFault, readPages, ROOT } from "./page";
import { compilerFaults, modulesOf } from "./typescript-blocks";

const pages = readPages();
const byPath = new Map(pages.map((page) => [page.path, page]));
const written = pages.filter(({ path }) => !isGenerated(path));

describe("code blocks", () => {
  it("compile, as one program with the project's types", () => {
    const modules = written.flatMap(({ blocks }) => modulesOf(blocks));
    expect(modules.length).toBeGreaterThan(0);
    expect(compilerFaults(modules)).toEqual([]);
  });

  it.each(written.filter(({ blocks }) => blocks.length > 0).map(({ path, blocks }) => [path, blocks] as const))(
    "of %s do what the page says",
    async (_, blocks) => {
      expect(await blockFaults(blocks)).toEqual([]);
    },
  );
});

describe("links", () => {
  const exists = (path: string) => existsSync(join(ROOT, path));

  it.each(pages.map((page) => [page.path, page] as const))("of %s lead somewhere", (_, { links }) => {
    expect(links.flatMap((link) => linkFault(link, byPath, exists) ?? [])).toEqual([]);
  });

  it("are not needed where a page only names a file, but the file is there", () => {
    const missing = pages.flatMap(({ path, named }) =>
      named.filter((file) => !exists(file)).map((file) => [path, file]),
    );
    expect(missing).toEqual([]);
  });

  it("lead from the README to every page", () => {
    const reached = new Set(["README.md"]);
    for (const path of reached)
      for (const { target } of byPath.get(path)?.links ?? []) {
        const to = join(dirname(path), target.replace(/#.*/, ""));
        if (byPath.has(to)) reached.add(to);
      }
    expect(pages.map(({ path }) => path).filter((path) => !reached.has(path))).toEqual([]);
  });
});

describe("the examples", () => {
  it("are those of the list, in the documentation's index", () => {
    const index = readFileSync(join(ROOT, "docs", "README.md"), "utf8");
    const rows = [...index.matchAll(/^\| \[`(.*)`\]\(.*\) \| (.*) \|$/gm)].map(([, name, shows]) => ({ name, shows }));
    expect(rows).toEqual([...EXAMPLES, ...NOT_APPLIED].map(({ name, shows }) => ({ name, shows })));
  });
});

describe("exit statuses of the README", () => {
  const files = join(ROOT, "lib", "program", "files");
  const program = readdirSync(files)
    .map((name) => readFileSync(join(files, name), "utf8"))
    .join("\n");

  it("are those of the program", () => {
    const readme = readFileSync(join(ROOT, "README.md"), "utf8");
    const table = readme.slice(readme.indexOf("| status |"));
    const told = [...table.slice(0, table.indexOf("\n\n")).matchAll(/^\| ([\d, ]+) \|/gm)].flatMap(([, of = ""]) =>
      of.split(", "),
    );
    // A refusal of the server chooses its own among several.
    const chosen = [...program.matchAll(/code = .*/g)].flatMap(([line]) => line.match(/\b[1-9]\d\b/g) ?? []);
    const ends = [...program.matchAll(/\b(?:fail\(|refuse(?:_metadata|_signing)?\(|exit )([1-9]\d+)\b/g)].map(
      ([, code = ""]) => code,
    );
    expect(told.sort()).toEqual([...new Set([...ends, ...chosen])].sort());
  });
});
