import { parse as unbash } from "unbash";
import { memoized } from "../configuration/memo.js";

/** The shell parser in one place; nothing else of the checks imports it, but the types' names. */
export const parse = memoized((source) => unbash(source));
export type { Assignment, Command, CompoundList, Redirection, TestExpression, Word, WordPart } from "unbash";
export type { SyntaxNode as Node } from "unbash";
