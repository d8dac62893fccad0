import { join } from "node:path";
import { failingWith, markFailureChecked, requestsBehind, type ExitStatus } from "../program/exit-status.js";
import { emit, type Invocation } from "../program/invocation.js";
import type { Language } from "../program/language.js";
import { capture } from "../program/streams.js";
import { literal, sketch, type SymbolicString } from "../values/symbolic-string.js";

/** Runs a program of another language; `folder` is where the modules are that it may load, `within` where in it the program is. */
export function runIn(
  invocation: Invocation,
  language: Language,
  text: SymbolicString,
  args: readonly SymbolicString[],
  folder = ".",
  within = ".",
): ExitStatus {
  const { shell, streams } = invocation;
  if (shell.isTooDeep() || !shell.spend(sketch(text).length / 20)) return failingWith([]);
  return shell.interpret(language, text, {
    effects: shell.effects,
    cut: (why) => {
      shell.cut(why);
    },
    args,
    stdin: streams.stdin,
    environment: (name) =>
      shell
        .variable(name)
        ?.map((fragment) => ({ ...fragment, provenance: [...fragment.provenance, { scope: "shell", address: name }] })),
    taintOf: (name) => shell.taintOf(name),
    readFile: (path) => shell.readFile(path),
    folder: within,
    module: (name) => shell.findFile([literal(join(folder, name))]),
    writeFile: (path, content) => {
      shell.writeFile(path, content);
    },
    place: invocation.place,
    print: (shown, by, place) => {
      emit({ ...invocation, ...(place && { place }) }, shown, by);
    },
    start: (name, words, checked) => {
      const out = capture();
      const outcome = shell.startCommand([[literal(name)], ...words], { ...streams, out }, invocation.place);
      if (checked) markFailureChecked(requestsBehind(outcome));
      return out.fragments;
    },
    printError: (shown, by, place) => {
      emit({ ...invocation, ...(place && { place }) }, shown, by, streams.err);
    },
  });
}

/** A program in a file: most languages load modules from its folder, PowerShell from where it is started. */
export function runProgramFile(
  invocation: Invocation,
  language: Language,
  text: SymbolicString,
  args: readonly SymbolicString[],
  folder: string,
): ExitStatus {
  return language === "powershell"
    ? runIn(invocation, language, text, args, ".", folder)
    : runIn(invocation, language, text, args, folder);
}
