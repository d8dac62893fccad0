import { isAbsolute, join, resolve } from "node:path";
import type { SourceFile } from "../configuration/place.js";
import { concrete, literal, sketch, type Asked, type SymbolicString } from "../values/symbolic-string.js";
import { failingWith, requestsBehind, tellsNothing, type ExitStatus } from "../program/exit-status.js";
import { scalar } from "../program/variable.js";
import type { Invocation } from "../program/invocation.js";
import { givenIn } from "./given-variables.js";
import { asShell, inShell, MakeRules } from "./make-rules.js";
import { Given, oneOf, parseArgs, type Grammar } from "./options.js";

/** `NAME = value`, `NAME := value`, `export NAME ?= value`. */
const VARIABLE = /^(?:export +)?([A-Za-z_]\w*) *(::?|\?|!)?=(.*)$/;

/** https://www.gnu.org/software/make/manual/html_node/Options-Summary.html */
const MAKE: Grammar = {
  shortWithValue: "CfIoW",
  longWithValue: oneOf("directory file makefile include-dir old-file assume-old what-if new-file assume-new"),
};

const MAX_MAKEFILE = 256 * 1024;

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
  if (!shell.variables.has("MAKE")) shell.variables.set("MAKE", scalar([literal("make")]));
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
  assign(invocation, file);
  const rules = new MakeRules(file.text(), (variable) => concrete(shell.variable(variable) ?? []));
  const making = { file, rules, flags: shellFlags(file.text()), seen: new Set<string>(), depth: 0 };
  const before = shell.directory;
  shell.directory = resolve(before, folder);
  const failing = (wanted.length > 0 ? wanted : [rules.first ?? ""]).flatMap((target) =>
    build(invocation, making, target),
  );
  shell.directory = before;
  return failingWith(failing);
}

/** Make's variables, which the command line may have set before: what a recipe has of them is text to the shell. */
function assign({ shell, streams }: Invocation, file: SourceFile): void {
  let at = 0;
  for (const line of file.text().split("\n")) {
    const [, name, kind, value = ""] = VARIABLE.exec(line.slice(0, 4_000)) ?? [];
    if (name !== undefined && name !== "SHELL" && !shell.variables.has(name)) {
      const text = inShell(value).trim();
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

interface Making {
  readonly file: SourceFile;
  readonly rules: MakeRules;
  readonly flags: readonly SymbolicString[];
  readonly seen: Set<string>;
  readonly depth: number;
}

/** More prerequisites of prerequisites than anybody has. */
const MAX_DEPTH = 200;

function build(invocation: Invocation, making: Making, name: string): readonly Asked[] {
  const { file, rules, flags, seen, depth } = making;
  if (seen.has(name) || !invocation.shell.spend(1 + rules.patterns / 100)) return [];
  const rule = rules.for(name);
  if (!rule) return [];
  if (depth > MAX_DEPTH) {
    invocation.shell.cut("starts make, whose targets need each other too deeply to be followed");
    return [];
  }
  seen.add(name);
  const needed = rule.needs.flatMap((need) => build(invocation, { ...making, depth: depth + 1 }, need));
  const text: SymbolicString = [literal(asShell(rule, name), { file, at: rule.at })];
  const outcome = invocation.shell.startScript({ script: text, flags, place: invocation.place }, invocation.streams);
  return [...needed, ...requestsBehind(outcome)];
}

/** `.SHELLFLAGS = -eu -o pipefail -c`; a recipe ends at its first failure without it, too. */
const shellFlags = (text: string): SymbolicString[] => [
  [literal("-e")],
  ...text
    .split("\n")
    .flatMap((line) => /^\.SHELLFLAGS\s{0,9}:?=(.{0,200})$/.exec(line)?.[1] ?? [])
    .join(" ")
    .trim()
    .split(/\s+/)
    .filter((word) => word !== "" && word !== "-c")
    .map((word): SymbolicString => [literal(word.startsWith("-") ? word.replace("c", "") : word)]),
];
