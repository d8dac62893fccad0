import type { Dialect } from "./dialect.js";
import type { Token } from "./tokens.js";

/** How tightly operators bind. */
const BINDING: readonly (readonly [binding: number, operators: string])[] = [
  [1, "or and xor"],
  [4, "|| // ??"],
  [5, "&&"],
  [6, "| ^"],
  [7, "== != === !== =~ !~ <=> eq ne cmp instanceof"],
  [8, "< > <= >= lt gt le ge"],
  [9, "<<"],
  [10, "+ - ."],
  [11, "* / % x"],
];
const BY_OPERATOR = new Map(
  BINDING.flatMap(([binding, operators]) => operators.split(" ").map((operator) => [operator, binding] as const)),
);
const WORDS = new Set("or and xor eq ne cmp lt gt le ge x instanceof".split(" "));

export const TERNARY = 3;
export const ASSIGNMENT = 2;
export const ASSIGNMENTS = ["=", ":=", "+=", "-=", "*=", ".=", "||=", "&&=", "??=", "//=", "<<="];

export function bindingOf(token: Token, dialect: Dialect): number | undefined {
  if (token.kind !== "mark" && !(token.kind === "name" && WORDS.has(token.text))) return undefined;
  if (token.kind === "mark" && WORDS.has(token.text)) return undefined;
  if (token.text === "." && !dialect.joinsWithDot) return undefined;
  if ((token.text === "x" || token.text.length === 2) && token.kind === "name" && dialect.name === "go")
    return undefined;
  if (token.kind === "name" && token.text !== "or" && token.text !== "and" && dialect.name === "ruby") return undefined;
  return BY_OPERATOR.get(token.text);
}

/** As the reader of programs knows it. */
export const operatorOf = (text: string, dialect: Dialect): string => {
  if (text === "." && dialect.joinsWithDot) return "+";
  if (text === "//") return "??";
  if (text === "eq") return "==";
  if (text === "ne") return "!=";
  return text === "and" ? "&&" : text === "or" ? "||" : text;
};
