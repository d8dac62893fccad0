import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { describe, expect, it } from "vitest";

const CHECKS = fileURLToPath(new URL("../../../checks/", import.meta.url));

/** Files whose patterns are of the grammar of a language: its words are no knowledge about the world. */
const GRAMMARS = [
  "commands/jq/jq.ts",
  "commands/jq/parse.ts",
  "configuration/expressions/template.ts",
  "languages/by-call/definitions.ts",
  "languages/by-call/expressions.ts",
  "languages/by-call/functions.ts",
  "languages/by-call/lexer.ts",
  "languages/by-call/parts.ts",
  "languages/by-call/statements.ts",
  "languages/javascript/parse.ts",
  "languages/powershell/code-reader.ts",
  "languages/powershell/expressions.ts",
  "languages/powershell/lexer.ts",
  "languages/powershell/reader.ts",
  "languages/python/parse.ts",
  "languages/script/operators.ts",
];

/** Knowledge that is no row yet, by its file. None may be added, and what has become rows goes from here. */
const DUE: Readonly<Record<string, number>> = {
  "commands/containers.ts": 1,
  "commands/filters.ts": 3,
  "commands/jq/by-words.ts": 3,
  "commands/read-by-call.ts": 1,
  "languages/by-call/requests.ts": 1,
  "languages/by-call/translations.ts": 3,
  "languages/javascript/language.ts": 1,
  "languages/javascript/requests.ts": 2,
  "languages/python/requests.ts": 1,
  "languages/script/expressions.ts": 1,
  "requests/fields.ts": 2,
  "requests/token-endpoint.ts": 4,
  "rules/support/age-check.ts": 1,
  "shell/shell.ts": 1,
  "vocabulary/documents.ts": 2,
  "vocabulary/form-encoders.ts": 1,
  "vocabulary/secret-references.ts": 1,
};

/** The most words that a pattern has side by side, as alternatives. */
function alternatives(pattern: string): number {
  const plain = pattern.replace(/\\./g, " ").replace(/\[[^\]]*\]/g, " ");
  const open = [[""]];
  let most = 0;
  const close = (): string => {
    const words = open.pop() ?? [];
    most = Math.max(most, words.filter((word) => /[A-Za-z]{2}/.test(word)).length);
    return words.join(" ");
  };
  for (const character of plain) {
    const current = open.at(-1) ?? [];
    if (character === "(") open.push([""]);
    else if (character === "|") current.push("");
    else if (character === ")") {
      const inner = close();
      const outer = open.at(-1) ?? [];
      outer.push((outer.pop() ?? "") + inner);
    } else current.push((current.pop() ?? "") + character);
  }
  close();
  return most;
}

/** The patterns of a file that choose between three words or more. */
function lists(path: string): string[] {
  const source = ts.createSourceFile(path, readFileSync(CHECKS + path, "utf8"), ts.ScriptTarget.Latest);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node) && alternatives(node.text.slice(1, node.text.lastIndexOf("/"))) >= 3)
      found.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

describe("a pattern", () => {
  it.each([
    ["^(?:curl|wget|xh)$", 3],
    ["a\\|b|[x|y|z]+", 0],
    ["(?:ab|cd)|ef", 2],
    ["^(?:x_)?(?:api_key|app_secret|api_secret)$", 3],
  ])("%s has %d words to choose from", (pattern, words) => {
    expect(alternatives(pattern)).toBe(words);
  });

  it("is no list of words, which would be rows of the vocabulary or a list of names", () => {
    const files = readdirSync(CHECKS, { recursive: true, encoding: "utf8" })
      .map((path) => path.replaceAll("\\", "/"))
      .filter((path) => path.endsWith(".ts") && !GRAMMARS.includes(path));
    for (const path of files) {
      const found = lists(path);
      expect.soft(found.length, `${path}: ${found.join("  ")}`).toBeLessThanOrEqual(DUE[path] ?? 0);
    }
  });

  it.each(GRAMMARS)("of %s is of a grammar", (path) => {
    expect(lists(path)).not.toEqual([]);
  });
});
