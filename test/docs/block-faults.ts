import { readFileSync } from "node:fs";
import { join } from "node:path";
import { validate } from "@probelabs/maid";
import { parse, printParseErrorCode, type ParseError } from "jsonc-parser";
import { readOptions } from "../../checks/options/read-options";
import { commandFaults } from "./commands";
import { ROOT, type CodeBlock } from "./page";
import { pipelineFaults } from "./pipelines";
import { printed, received } from "./printed";
import { findingsIn } from "./rule-findings";
import { synthesizedBy } from "./run-module";
import { differences } from "./shown-json";
import { modulesOf, type Module } from "./typescript-blocks";

/** Builds and runs the blocks in other languages, where their toolchains are. */
const ELSEWHERE_READS = readFileSync(join(ROOT, "test", "package", "languages", "bindings.ts"), "utf8");

/** Applies what a page's TypeScript synthesizes, and compares what the engine prints. */
const APPLIES = readFileSync(join(ROOT, "test", "engine", "applied-pages.test.ts"), "utf8");

/**
 * What is wrong with the code blocks of a page. The word after the language says what a block claims; a block that
 * nothing checks is a fault of its own. TypeScript is compiled elsewhere, all pages at once; here it is run.
 */
export async function blockFaults(blocks: readonly CodeBlock[]): Promise<string[]> {
  const modules = new Map(modulesOf(blocks).map((module) => [module.block, module]));
  const faults: string[] = [];
  let last: Outcome = { synthesized: [], thrown: undefined };
  for (const block of blocks) {
    const module = modules.get(block);
    if (module) last = await outcomeOf(module);
    faults.push(...(await faultsOf(block, last)).map((fault) => `${block.page}:${block.line}: ${fault}`));
  }
  return faults;
}

interface Outcome {
  readonly synthesized: readonly string[];
  readonly thrown: string | undefined;
}

async function outcomeOf(module: Module): Promise<Outcome> {
  try {
    return { synthesized: await synthesizedBy(module), thrown: undefined };
  } catch (error) {
    return { synthesized: [], thrown: error instanceof Error ? error.message : String(error) };
  }
}

async function faultsOf(block: CodeBlock, last: Outcome): Promise<string[]> {
  const { language, marks, text } = block;
  if ("file" in marks) return fileFaults(text, marks["file"] ?? "");
  switch (language) {
    case "ts":
      return "throws" in marks === (last.thrown !== undefined)
        ? []
        : [last.thrown ?? "it is marked as one that throws, and does not"];
    case "json":
    case "jsonc":
      return jsonFaults(block, last);
    case "hcl":
      return ruleFaults(block);
    case "sh":
      return "findings" in marks ? ruleFaults(block) : commandFaults(block);
    case "yaml":
      return pipelineFaults(text);
    case "mermaid":
      return validate(text).errors.map(({ line, message }) => `line ${line}: ${message}`);
    case "http":
      return differs(text, await received(), "received");
    case "python":
    case "go":
      return ELSEWHERE_READS.includes(block.page)
        ? []
        : ["test/package/languages, which builds it, does not read this page"];
    case "text":
      if ("printed" in marks) return differs(text, await printed(marks["printed"] ?? ""), "printed");
      if ("applied" in marks)
        return APPLIES.includes(`"${block.page}"`) ? [] : ["test/engine/applied-pages.test.ts does not read this page"];
      if ("thrown" in marks)
        return last.thrown?.includes(text) === true ? [] : [`thrown is: ${last.thrown ?? "nothing"}`];
      break;
  }
  return [
    `nothing checks a block "${language}" without a mark: say what it claims, such as printed=…, thrown or file=…`,
  ];
}

function fileFaults(text: string, file: string): string[] {
  return readFileSync(join(ROOT, file), "utf8").includes(text) ? [] : [`it is no part of ${file}`];
}

function jsonFaults({ language, text, marks }: CodeBlock, last: Outcome): string[] {
  // A part of a file is shown as the members of an object.
  const whole = text.trimStart().startsWith("{") ? text : `{${text}}`;
  const errors: ParseError[] = [];
  const shown = parse(whole, errors, {
    disallowComments: language === "json",
    allowTrailingComma: language === "jsonc",
  }) as Parameters<typeof differences>[0];
  if (errors[0]) return [`it is no ${language}: ${printParseErrorCode(errors[0].error)} at offset ${errors[0].offset}`];
  if ("options" in marks) return optionsFaults(shown);
  if (!("synthesized" in marks)) return [];
  if (last.synthesized.length === 0) return ["the TypeScript above synthesizes nothing"];
  const all = last.synthesized.map((synthesized) => differences(shown, JSON.parse(synthesized) as typeof shown));
  return all.find((faults) => faults.length === 0) ?? all[0] ?? [];
}

function optionsFaults(shown: unknown): string[] {
  try {
    readOptions(shown, "It");
    return [];
  } catch (error) {
    return [String(error)];
  }
}

/** Configuration says which rules find something in it: none, or all of the named. */
async function ruleFaults({ language, marks, text }: CodeBlock): Promise<string[]> {
  const said = (marks["findings"] ?? "").split(",").filter((id) => id !== "");
  const found = await findingsIn(language, text);
  return said.sort().join() === found.join() ? [] : [`the rules find: ${found.join() || "nothing"}`];
}

function differs(shown: string, real: string, what: string): string[] {
  return shown === real ? [] : [`${what} is:\n${real}`];
}
