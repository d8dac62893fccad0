import { isAbsolute, join, resolve } from "node:path";
import { isMap, isScalar, isSeq, parseDocument, type Node } from "yaml";
import type { SourceFile } from "../configuration/place.js";
import { concrete, literal, sketch, type SymbolicString } from "../values/symbolic-string.js";
import type { Asked } from "../values/symbolic-string.js";
import { failingWith, requestsBehind, tellsNothing, type ExitStatus } from "../program/exit-status.js";
import { scalar } from "../program/variable.js";
import type { Invocation } from "../program/invocation.js";
import { wrapperNamed } from "../vocabulary/wrappers.js";
import { givenIn } from "./given-variables.js";
import { startWrapped } from "./wrappers.js";

/** One step of a recipe: a script, or another recipe. */
type Step = { readonly script: string; readonly at: number } | { readonly recipe: string };

interface Recipe {
  readonly parameters: readonly string[];
  readonly steps: readonly Step[];
}

interface Recipes {
  readonly recipes: ReadonlyMap<string, Recipe>;
  /** Variables of the file, by the names that its scripts have them by. */
  readonly variables: ReadonlyMap<string, string>;
  /** What is run where none is named. */
  readonly first: string | undefined;
}

interface Runner {
  readonly files: readonly string[];
  readonly fileOptions: readonly string[];
  readonly folderOptions: readonly string[];
  readonly read: (file: SourceFile) => Recipes | undefined;
  /** A word before the recipe's name: `npm run`. */
  readonly verb?: RegExp;
}

const MAX_RECIPES = 256 * 1024;

/** `{{.URL}}` of task and `{{url}}` of just, as the shell's own variables. */
const asShell = (script: string): string => script.replace(/\{\{-? {0,9}\.?([A-Za-z_]\w{0,99}) {0,9}-?\}\}/g, "${$1}");

const yamlTasks = (file: SourceFile): Recipes | undefined => {
  const { contents } = parseDocument(file.text(), { logLevel: "silent", prettyErrors: false, strict: false });
  if (!isMap(contents)) return undefined;
  const tasks = contents.get("tasks");
  if (!isMap(tasks)) return undefined;
  const recipes = new Map<string, Recipe>();
  for (const { key, value } of tasks.items)
    if (isScalar(key)) recipes.set(String(key.value), { parameters: [], steps: stepsOf(value) });
  const variables = new Map<string, string>();
  for (const name of ["vars", "env"]) {
    const given = contents.get(name);
    for (const { key, value } of isMap(given) ? given.items : [])
      if (isScalar(key) && isScalar(value)) variables.set(String(key.value), String(value.value));
  }
  return { recipes, variables, first: recipes.has("default") ? "default" : undefined };
};

/** A task is a command, a list of them, or a map with `deps` and `cmds`. */
function stepsOf(node: Node | null): Step[] {
  if (isScalar(node)) return [{ script: String(node.value), at: node.range?.[0] ?? 0 }];
  if (isSeq(node)) return node.items.flatMap((item) => stepOf(item as Node));
  if (!isMap(node)) return [];
  const deps = node.get("deps");
  const commands = ["cmds", "cmd"].map((name) => node.get(name, true) as Node | undefined);
  return [
    ...(isSeq(deps) ? deps.items.flatMap((item) => recipeOf(item as Node)) : []),
    ...commands.flatMap((command) => stepsOf(command ?? null)),
  ];
}

function stepOf(node: Node): Step[] {
  if (!isMap(node)) return stepsOf(node);
  return node.has("task") ? recipeOf(node) : stepsOf((node.get("cmd", true) as Node | undefined) ?? null);
}

function recipeOf(node: Node): Step[] {
  const name = isMap(node) ? node.get("task") : isScalar(node) ? node.value : undefined;
  return typeof name === "string" ? [{ recipe: name }] : [];
}

const JUST_VARIABLE = /^(?:export +)?([A-Za-z_][\w-]*) *:= *(["'])(.*)\2 *$/;

function justRecipes(file: SourceFile): Recipes {
  const recipes = new Map<string, Recipe>();
  const variables = new Map<string, string>();
  const lines = file.text().split("\n");
  let at = 0;
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] ?? "";
    at += line.length + 1;
    const variable = JUST_VARIABLE.exec(line.slice(0, 2_000));
    if (variable?.[1] !== undefined) variables.set(variable[1], variable[3] ?? "");
    const heading = variable ? undefined : justHeading(line.slice(0, 2_000));
    if (heading === undefined) continue;
    const start = at;
    const body: string[] = [];
    for (let next = lines[index + 1]; next !== undefined && /^(?:\s|$)/.test(next); next = lines[index + 1]) {
      body.push(next);
      at += next.length + 1;
      index++;
    }
    const { name, parameters, needs } = heading;
    recipes.set(name, {
      parameters,
      steps: [...needs.map((need) => ({ recipe: need })), ...justScripts(body, start)],
    });
  }
  return { recipes, variables, first: [...recipes.keys()][0] };
}

/** `name parameter="default": dependency`, of which the recipe is what is indented below. */
function justHeading(
  line: string,
): { readonly name: string; readonly parameters: string[]; readonly needs: string[] } | undefined {
  const colon = line.indexOf(":");
  if (!/^[@A-Za-z_]/.test(line) || colon < 0 || line.charAt(colon + 1) === "=") return undefined;
  const words = (text: string): string[] => text.split(/[\s()]/).filter((word) => word !== "");
  const [name = "", ...parameters] = words(line.slice(0, colon).replace("@", ""));
  return {
    name,
    parameters: parameters.map((parameter) => parameter.split("=", 1)[0] ?? ""),
    needs: words(line.slice(colon + 1)),
  };
}

/** A recipe with a first line of its own is one script; of any other each line is one. */
function justScripts(body: readonly string[], at: number): Step[] {
  const indent = /^\s*/.exec(body.find((line) => line.trim() !== "") ?? "")?.[0].length ?? 0;
  const lines = body.map((line) => line.slice(indent));
  if (lines[0]?.startsWith("#!")) return [{ script: lines.join("\n"), at }];
  return [{ script: `set -e\n${lines.map((line) => line.replace(/^[@-]+/, "")).join("\n")}`, at }];
}

function packageScripts(file: SourceFile): Recipes | undefined {
  const text = file.text();
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return undefined;
  }
  const scripts = (json as { readonly scripts?: unknown } | null)?.scripts;
  if (typeof scripts !== "object" || scripts === null) return undefined;
  const recipes = new Map<string, Recipe>();
  for (const [name, script] of Object.entries(scripts))
    if (typeof script === "string")
      recipes.set(name, { parameters: [], steps: [{ script, at: Math.max(0, text.indexOf(JSON.stringify(name))) }] });
  return { recipes, variables: new Map(), first: undefined };
}

const TASK: Runner = {
  files: ["Taskfile.yml", "Taskfile.yaml", "taskfile.yml", "taskfile.yaml", "Taskfile.dist.yml", "Taskfile.dist.yaml"],
  fileOptions: ["-t", "--taskfile"],
  folderOptions: ["-d", "--dir"],
  read: yamlTasks,
};
const JUST: Runner = {
  files: ["justfile", "Justfile", ".justfile"],
  fileOptions: ["-f", "--justfile"],
  folderOptions: ["-d", "--working-directory"],
  read: justRecipes,
};
const NPM: Runner = {
  files: ["package.json"],
  fileOptions: [],
  folderOptions: ["--prefix", "-C", "--dir", "--cwd"],
  read: packageScripts,
  verb: /^(?:run|run-script)$/,
};

const RUNNERS: Readonly<Record<string, Runner>> = {
  task: TASK,
  "go-task": TASK,
  just: JUST,
  npm: NPM,
  pnpm: NPM,
  yarn: NPM,
};
export const runners = Object.keys(RUNNERS);

/** `task login`, `just login id=abc`, `npm run login`: the scripts of a recipe, after those that it needs. */
export function recipe(invocation: Invocation): ExitStatus {
  const runner = RUNNERS[invocation.name];
  if (!runner) return tellsNothing;
  const wrapped = wrapperNamed(invocation.name);
  if (wrapped && invocation.args.some((arg) => wrapped.verbs?.includes(sketch(arg))))
    return startWrapped(invocation, wrapped);
  const { shell } = invocation;
  const asked = askedOf(invocation, runner);
  if (runner.verb && !asked.verb) return tellsNothing;
  const file = (asked.file === undefined ? runner.files.map((name) => join(asked.folder, name)) : [asked.file])
    .map((path) => shell.findFile([literal(path)]))
    .find((found) => found !== undefined);
  if (!file) {
    shell.effects.notRead.push({ why: `${invocation.name}, whose recipes are not there to read` });
    return tellsNothing;
  }
  if (file.text().length > MAX_RECIPES || !shell.spend(file.text().length / 20)) {
    shell.cut("starts a file of recipes of more than 256 KiB, which was not followed");
    return tellsNothing;
  }
  const read = runner.read(file);
  if (!read) {
    shell.effects.notRead.push({ why: `${invocation.name}, whose recipes cannot be read` });
    return tellsNothing;
  }
  const before = shell.directory;
  shell.directory = resolve(before, asked.folder);
  for (const [name, value] of read.variables) shell.variables.set(name, scalar([literal(value, { file, at: 0 })]));
  const failing = run(invocation, { file, read, seen: new Set() }, asked.name ?? read.first ?? "", asked.rest);
  shell.directory = before;
  return failingWith(failing);
}

interface RunnerCall {
  folder: string;
  file: string | undefined;
  name: string | undefined;
  verb: boolean;
  rest: SymbolicString[];
}

function askedOf({ args, shell }: Invocation, runner: Runner): RunnerCall {
  const asked: RunnerCall = { folder: ".", file: undefined, name: undefined, verb: false, rest: [] };
  for (let index = 0; index < args.length; index++) {
    const arg = args[index] ?? [];
    const word = sketch(arg);
    const given = givenIn(arg);
    if (runner.folderOptions.includes(word)) asked.folder = concrete(args[++index] ?? []) ?? asked.folder;
    else if (runner.fileOptions.includes(word)) asked.file = concrete(args[++index] ?? []);
    else if (given) shell.variables.set(given[0], scalar(given[1]));
    else if (word.startsWith("-")) continue;
    else if (runner.verb?.test(word) && !asked.verb) asked.verb = true;
    else if (asked.name === undefined) asked.name = word;
    else asked.rest.push(arg);
  }
  if (asked.file !== undefined && asked.folder === "." && asked.file.includes("/") && !isAbsolute(asked.file))
    return { ...asked, folder: asked.file.slice(0, asked.file.lastIndexOf("/")) };
  return asked;
}

interface Underway {
  readonly file: SourceFile;
  readonly read: Recipes;
  readonly seen: Set<string>;
}

/** Gives the requests whose failure ends the recipe, as it does after each of its steps. */
function run(
  invocation: Invocation,
  underway: Underway,
  name: string,
  args: readonly SymbolicString[],
): readonly Asked[] {
  const { file, read, seen } = underway;
  const wanted = read.recipes.get(name);
  if (!wanted || seen.has(name)) return [];
  seen.add(name);
  wanted.parameters.forEach((parameter, index) => {
    const arg = args[index];
    if (arg) invocation.shell.variables.set(parameter, scalar(arg));
  });
  return wanted.steps.flatMap((step): readonly Asked[] => {
    if ("recipe" in step) return run(invocation, underway, step.recipe, []);
    const script = [literal(asShell(step.script), { file, at: step.at })];
    return requestsBehind(
      invocation.shell.startScript({ script, flags: [], place: invocation.place }, invocation.streams),
    );
  });
}
