import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { forEachChild, parse, type Command, type SyntaxNode } from "unbash";
import { readOptions } from "../../cli/options/read";
import type { Option } from "../../cli/options/option";
import { OPTIONS as REQUEST } from "../../cli/request/options";
import { OPTIONS as VERIFY } from "../../cli/verify/options";
import { ROOT, type CodeBlock } from "./page";

/** What a reader has to have besides this repository. */
const ELSEWHERE = new Set(["export", "terraform", "tofu", "cdktf", "git"]);
/** What npm does by itself. */
const OF_NPM = new Set(["ci", "install", "publish", "pack", "version"]);
/** Packages that npx fetches for a reader. */
const FETCHED = new Set(["cdktf-cli"]);

/** The options of our own commands, where they are known as rows. */
const OWN: Readonly<Record<string, readonly Option[]>> = { request: REQUEST, verify: VERIFY };

interface Manifest {
  readonly scripts: Readonly<Record<string, string>>;
  readonly bin: Readonly<Record<string, string>>;
}

/** What is wrong with the commands that a page tells a reader to type. */
export function commandFaults({ text }: CodeBlock): string[] {
  const script = parse(text);
  const commands: Command[] = [];
  const visit = (node: SyntaxNode): void => {
    if (node.type === "Command") commands.push(node);
    forEachChild(node, visit);
  };
  visit(script);
  const faults = [
    ...(script.errors ?? []).map((error) => error.message),
    ...(commands.length === 0 ? ["there is no command"] : []),
    ...commands.flatMap((command) =>
      faultsOf(
        command.name?.value ?? "",
        command.suffix.flatMap((word) => (word.type === "Word" ? [word.value] : [])),
      ),
    ),
  ];
  return faults;
}

function faultsOf(name: string, words: string[]): string[] {
  const { scripts, bin } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as Manifest;
  const [first = "", second = ""] = words.filter((word) => !word.startsWith("-"));
  const missing = words.filter((word) => /^(lib|test|examples|docs|scripts|bench)\//.test(word) && !isThere(word));
  const files = [...missing.map((word) => `there is no ${word}`), ...projectFaults(words)];
  if (name === "" || ELSEWHERE.has(name)) return files;
  if (name === "npm") {
    if (OF_NPM.has(first)) return files;
    const script = first === "run" ? second : first;
    return script in scripts ? files : [...files, `package.json has no script "${script}"`];
  }
  if (name === "npx")
    return first in bin || FETCHED.has(first) || isThere(join("node_modules", ".bin", first))
      ? [...files, ...(first in bin ? optionFaults(second, words) : [])]
      : [...files, `nothing installs the command "${first}"`];
  return isThere(name) ? files : [...files, `"${name}" is not a command that the page's reader has`];
}

function optionFaults(command: string, words: readonly string[]): string[] {
  const rows = OWN[command];
  if (!rows) return [];
  try {
    readOptions(rows, words.slice(words.indexOf(command) + 1));
    return [];
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
}

/** Vitest runs nothing, and says so, where no project has the name: a reader would have to find out which is meant. */
function projectFaults(words: readonly string[]): string[] {
  const config = readFileSync(join(ROOT, "vitest.config.mts"), "utf8");
  return words
    .filter((_, index) => words[index - 1] === "--project" && !config.includes(`name: "${words[index] ?? ""}"`))
    .map((name) => `vitest.config.mts has no project "${name}"`);
}

function isThere(path: string): boolean {
  return existsSync(join(ROOT, path));
}
