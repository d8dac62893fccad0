import { hole, propagate, sketch, slice, type SymbolicString } from "../values/symbolic-string.js";
import type { Invocation } from "../program/invocation.js";
import { oneOf, parseArgs, type Grammar } from "./options.js";

const AWK: Grammar = { shortWithValue: "vFf", longWithValue: oneOf("assign field-separator file") };

/** What an awk program of `BEGIN` rules alone prints, which ends without having read its input; undefined of any other. */
export function printedWithoutInput({ args, shell }: Invocation): SymbolicString | undefined {
  const { options, operands } = parseArgs(args, AWK);
  const files = options.flatMap(({ name, value }) => (name === "f" || name === "file" ? [value ?? []] : []));
  const parts = files.length > 0 ? files.map((file) => shell.readFile(file) ?? []) : operands.slice(0, 1);
  const program = parts.map(sketch).join("\n");
  if (!readsNothing(program)) return undefined;
  if (!/\bprintf?\b/.test(program)) return [];
  // What it prints can only come from what it was given by name.
  const given = options.flatMap(({ name, value = [] }): SymbolicString =>
    name === "v" || name === "assign" ? slice(value, sketch(value).indexOf("=") + 1) : [],
  );
  return given.length > 0 ? propagate(given) : [hole()];
}

function readsNothing(program: string): boolean {
  const rules = program.split("\n").filter((line) => /^[^\s}#]/.test(line) && !line.startsWith("function "));
  return rules.length > 0 && rules.every((line) => line.startsWith("BEGIN")) && !/\bgetline\b/.test(program);
}
