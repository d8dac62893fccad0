import { existsSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseExpression } from "../../checks/configuration/expressions/parse.js";
import type { Block } from "../../checks/configuration/configuration.js";
import type { Expression } from "../../checks/configuration/expressions/expression.js";
import { readTfvars } from "../../checks/configuration/read.js";
import { MAX_CONFIGURATION, namedFile } from "../../checks/configuration/file-reader.js";
import { evaluate, type Names } from "./evaluate.js";
import { NotKnown, textOf, type Value } from "./value.js";

/** Values that files set, and what is wrong with the files. */
export interface FileValues {
  readonly values: ReadonlyMap<string, Value>;
  readonly problems: readonly string[];
}

/** Within a file of values nothing can be referred to. */
const NOTHING: Names = {
  variable: () => refuse(),
  local: () => refuse(),
  workspace: "",
  workingDirectory: "",
};

/**
 * The files that Terraform reads by itself in the folder where it runs, in its order
 * (https://developer.hashicorp.com/terraform/language/values/variables), and before those of --var-file the ones that
 * CDKTF's command line takes from a project's folder for each of its stacks.
 */
export function variableFiles(stackFolder: string, workingDirectory: string, named: readonly string[]): string[] {
  const automatic = (folder: string): string[] =>
    readdirSync(folder)
      .filter((name) => /\.auto\.tfvars(\.json)?$/.test(name))
      .sort();
  const always = ["terraform.tfvars", "terraform.tfvars.json"];
  const ofProject = existsSync(join(workingDirectory, "cdktf.json"))
    ? [
        ...always,
        ...automatic(workingDirectory).filter((name) => !name.endsWith(".json")),
        ...automatic(workingDirectory).filter((name) => name.endsWith(".json")),
      ].map((name) => join(workingDirectory, name))
    : [];
  const ofStack = [...always, ...automatic(stackFolder)].map((name) => join(stackFolder, name));
  const found = [...ofStack, ...ofProject].filter((file) => existsSync(file));
  return [...found, ...named.map((file) => resolve(workingDirectory, file))];
}

/** Reads files of values; the parser of HCL is loaded before. */
export function valuesOf(files: readonly string[]): FileValues {
  const values = new Map<string, Value>();
  const problems: string[] = [];
  for (const file of files) {
    const contents = namedFile(file, MAX_CONFIGURATION);
    if ("why" in contents) problems.push(`${file} ${contents.why}.`);
    else
      try {
        for (const [name, value] of valuesIn(contents.text, file)) values.set(name, value);
      } catch (error) {
        if (!(error instanceof NotKnown)) throw error;
        problems.push(`${file}: ${error.message}.`);
      }
  }
  return { values, problems };
}

function valuesIn(text: string, file: string): readonly (readonly [string, Value])[] {
  if (file.endsWith(".json")) {
    try {
      // In a file of values, unlike elsewhere, Terraform takes JSON's strings as they are.
      return Object.entries(JSON.parse(text) as Readonly<Record<string, Value>>);
    } catch {
      throw new NotKnown("this is not valid JSON", true);
    }
  }
  const { settings, problems } = readTfvars(text, file);
  if (problems[0]) throw new NotKnown("this is not valid HCL", true);
  return [...settings].map(([name, attribute]) => [name, evaluate(attribute.value(), NOTHING)] as const);
}

/**
 * The value of a variable: of the files, the environment, its default, whichever comes first.
 *
 * @throws NotKnown if it has none
 */
export function variableValue(
  name: string,
  blocks: readonly Block[],
  environment: Readonly<Record<string, string | undefined>>,
  ofFiles: FileValues["values"],
): Value {
  const block = blocks.find(({ type, labels }) => type === "variable" && labels[0] === name);
  if (!block) throw new NotKnown(`there is no variable "${name}" in the stack`, true);
  const type = typeOf(block.attributes.get("type")?.value());
  const inFile = ofFiles.get(name);
  if (inFile !== undefined) return converted(inFile, type);
  const ofEnvironment = environment[`TF_VAR_${name}`];
  if (ofEnvironment !== undefined)
    return PRIMITIVE.includes(type)
      ? converted(ofEnvironment, type)
      : evaluate(parseExpression(ofEnvironment), NOTHING);
  const fallback = block.attributes.get("default")?.value();
  if (fallback) return converted(evaluate(fallback, NOTHING), type);
  throw new NotKnown(`the variable "${name}" has no value: set TF_VAR_${name}, or give its file by --var-file`, true);
}

/** Of these types Terraform takes a variable of the environment as it is; of others as an expression. */
const PRIMITIVE = ["string", "number", "bool", "any"];

/** In JSON a text, in HCL a name or a call. */
function typeOf(type: Expression | undefined): string {
  if (type === undefined) return "any";
  if (type.kind === "literal") return String(type.value);
  if (type.kind === "reference") return type.path.join(".");
  return type.kind === "template" ? textOf(evaluate(type, NOTHING)) : "a collection";
}

function converted(value: Value, type: string): Value {
  if (type === "string" && value !== null) return textOf(value);
  if (type === "number" && typeof value === "string") return Number(value);
  if (type === "bool" && typeof value === "string") return value === "true" || value === "1";
  return value;
}

function refuse(): never {
  throw new NotKnown("a value of a variable refers to something, which Terraform does not allow", true);
}
