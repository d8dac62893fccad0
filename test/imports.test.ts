import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path/posix";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { LAYERS, layerOf } from "../scripts/layers.mjs";

const root = fileURLToPath(new URL("../", import.meta.url));
const files = new Set(["lib", "checks", "cli"].flatMap(sourcesBelow));

function sourcesBelow(folder: string): string[] {
  const names = readdirSync(join(root, folder), { recursive: true, encoding: "utf8" });
  return names.map((name) => join(folder, name.replaceAll("\\", "/"))).filter((name) => name.endsWith(".ts"));
}

/** The files of this repository that one imports, types included. */
function importsOf(file: string): string[] {
  const { importedFiles } = ts.preProcessFile(readFileSync(join(root, file), "utf8"), true, true);
  return importedFiles
    .filter(({ fileName }) => fileName.startsWith("."))
    .map(({ fileName }) => join(dirname(file), fileName).replace(/\.js$/, ""))
    .flatMap((stem) => [`${stem}.ts`, `${stem}/index.ts`].filter((candidate) => files.has(candidate)));
}

/** The way around, where a file imports itself by others. */
function circle(graph: ReadonlyMap<string, readonly string[]>): string[] | undefined {
  const done = new Set<string>();
  const follow = (file: string, way: readonly string[]): string[] | undefined => {
    if (way.includes(file)) return [...way.slice(way.indexOf(file)), file];
    if (done.has(file)) return undefined;
    for (const next of graph.get(file) ?? []) {
      const found = follow(next, [...way, file]);
      if (found) return found;
    }
    done.add(file);
    return undefined;
  };
  for (const file of graph.keys()) {
    const found = follow(file, []);
    if (found) return found;
  }
  return undefined;
}

const graph = new Map([...files].map((file) => [file, importsOf(file)]));

describe("imports", () => {
  it("are seen at all", () => {
    expect(graph.get("checks/rules/index.ts")).toContain("checks/rules/json-body/rule.ts");
    expect(
      circle(
        new Map([
          ["a", ["b"]],
          ["b", ["c"]],
          ["c", ["b"]],
        ]),
      ),
    ).toEqual(["b", "c", "b"]);
  });

  it("go in no circle", () => {
    expect(circle(graph)).toBeUndefined();
  });

  it("give every folder of the checks a layer", () => {
    const without = [...files].filter((file) => file.startsWith("checks/") && layerOf(file) === undefined);
    expect(without.map((file) => relative("checks", file)).sort()).toEqual(["index.ts", "vitest.ts"]);
  });

  it.each(Object.entries(LAYERS))("of checks/%s go to %j only", (layer, allowed) => {
    const strays = [...graph]
      .filter(([file]) => layerOf(file) === layer)
      .flatMap(([file, imports]) =>
        imports
          .map((imported) => ({ imported, to: layerOf(imported) }))
          .filter(({ to }) => to !== undefined && to !== layer && !allowed.includes(to))
          .map(({ imported }) => `${file} -> ${imported}`),
      );
    expect(strays).toEqual([]);
  });

  it("lead from the constructs to nothing of the checks", () => {
    const strays = [...graph].filter(
      ([file, imports]) => file.startsWith("lib/") && imports.some((imported) => !imported.startsWith("lib/")),
    );
    expect(strays).toEqual([]);
  });
});
