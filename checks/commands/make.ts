import { isAbsolute, join, resolve } from "node:path";
import type { SourceFile } from "../configuration/place.js";
import { concrete, literal, sketch, type Asked, type SymbolicString } from "../values/symbolic-string.js";
import { failingWith, requestsBehind, tellsNothing, type ExitStatus } from "../program/exit-status.js";
import { scalar } from "../program/variable.js";
import type { Invocation } from "../program/invocation.js";
import { givenIn } from "./given-variables.js";
import { Given, oneOf, parseArgs, type Grammar } from "./options.js";

/** `targets: prerequisites`, on one line; an assignment such as `NAME := value` is not one. */
const RULE = /^([\w./-]+(?: +[\w./-]+)*) *::?(?!=)([^#;]*)(?:;(.*))?/;
/** `NAME = value`, `NAME := value`, `export NAME ?= value`. */
const VARIABLE = /^(?:export +)?([A-Za-z_]\w*) *(::?|\?|!)?=(.*)$/;

/** https://www.gnu.org/software/make/manual/html_node/Options-Summary.html */
const MAKE: Grammar = {
  shortWithValue: "CfIoW",
  longWithValue: oneOf("directory file makefile include-dir old-file assume-old what-if new-file assume-new"),
};

const MAX_MAKEFILE = 256 * 1024;

interface Target {
  readonly needs: readonly string[];
  readonly recipe: string;
  readonly at: number;
}

/** `make -C folder target NAME=value`: the recipes of the target and of what it needs, each of which ends at its first failure. */
export function make(invocation: Invocation): ExitStatus {
  const { shell, args } = invocation;
  const { options, operands } = parseArgs(args, MAKE);
  const given = new Given(options);
  const folder = concrete(given.last("C", "directory") ?? []) ?? ".";
  const named = given.last("f", "file", "makefile");
  const name = named && concrete(named);
  const wanted: string[] = [];
  for (const operand of operands) {
    const variable = givenIn(operand);
    if (variable) shell.variables.set(variable[0], scalar(variable[1]));
    else wanted.push(sketch(operand));
  }
  const file = (name === undefined ? ["Makefile", "makefile", "GNUmakefile"] : [name])
    .map((candidate) => shell.findFile([literal(isAbsolute(candidate) ? candidate : join(folder, candidate))]))
    .find((found) => found !== undefined);
  if (!file) {
    shell.effects.notRead.push({ why: "make, whose Makefile is not there to read" });
    return tellsNothing;
  }
  if (file.text().length > MAX_MAKEFILE || !shell.spend(file.text().length / 20)) {
    shell.cut("starts a Makefile of more than 256 KiB, which was not followed");
    return tellsNothing;
  }
  const targets = targetsOf(file);
  assign(invocation, file);
  const first = [...targets.keys()].find((target) => !target.startsWith("."));
  const seen = new Set<string>();
  const before = shell.directory;
  shell.directory = resolve(before, folder);
  const failing = (wanted.length > 0 ? wanted : [first ?? ""]).flatMap((target) =>
    build(invocation, file, targets, target, seen),
  );
  shell.directory = before;
  return failingWith(failing);
}

function targetsOf(file: SourceFile): Map<string, Target> {
  const targets = new Map<string, Target>();
  const lines = file.text().split("\n");
  let at = 0;
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] ?? "";
    at += line.length + 1;
    const rule = RULE.exec(line);
    if (!rule) continue;
    const recipe: string[] = rule[3] === undefined ? [] : [rule[3].trimStart()];
    const start = rule[3] === undefined ? at : at - rule[3].trimStart().length - 1;
    for (let next = lines[index + 1]; next !== undefined && isRecipe(next); next = lines[index + 1]) {
      recipe.push(next);
      at += next.length + 1;
      index++;
    }
    const target = { needs: (rule[2] ?? "").trim().split(/\s+/), recipe: recipe.join("\n"), at: start };
    for (const name of (rule[1] ?? "").split(/ +/)) if (!targets.has(name)) targets.set(name, target);
  }
  return targets;
}

/** Make's variables, which the command line may have set before: what a recipe has of them is text to the shell. */
function assign({ shell, streams }: Invocation, file: SourceFile): void {
  let at = 0;
  for (const line of file.text().split("\n")) {
    const [, name, kind, value = ""] = VARIABLE.exec(line.slice(0, 4_000)) ?? [];
    if (name !== undefined && name !== "SHELL" && !shell.variables.has(name)) {
      const text = asShell(value).trim();
      const script: SymbolicString = [literal(`${name}="${text.replaceAll('"', '\\"')}"`, { file, at })];
      if (text.includes("$(")) shell.runScript([literal(`${name}=${text}`, { file, at })], streams);
      else if (text.includes("$")) shell.runScript(script, streams);
      else
        shell.variables.set(
          name,
          // The environment may have another.
          scalar([
            { ...literal(text, { file, at: at + line.length - value.length }), ...(kind === "?" && { assumed: true }) },
          ]),
        );
    }
    at += line.length + 1;
  }
}

const isRecipe = (line: string): boolean => line.startsWith("\t") || line.trim() === "";

function build(
  invocation: Invocation,
  file: SourceFile,
  targets: ReadonlyMap<string, Target>,
  name: string,
  seen: Set<string>,
): readonly Asked[] {
  const target = targets.get(name);
  if (!target || seen.has(name)) return [];
  seen.add(name);
  const needed = target.needs.flatMap((need) => build(invocation, file, targets, need, seen));
  const text: SymbolicString = [literal(asShell(target.recipe), { file, at: target.at })];
  const outcome = invocation.shell.startScript(
    { script: text, flags: [[literal("-e")]], place: invocation.place },
    invocation.streams,
  );
  return [...needed, ...requestsBehind(outcome)];
}

/** Make's own variables as those of the shell: they are expanded into the same words. */
const asShell = (recipe: string): string =>
  recipe
    .split("\n")
    .map((line) => line.replace(/^\t?[-+@]*/, ""))
    .join("\n")
    .replace(/\$\$|\$\(shell /g, (mark) => (mark === "$$" ? "\uE002" : "\uE002("))
    .replace(/\$\((\w+)\)/g, "${$1}")
    .replaceAll("\uE002", "$");
