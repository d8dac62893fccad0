/** The shell parser in one place; nothing else of the checks imports it, but the types' names. */
export { parse } from "unbash";
export type { Assignment, Command, CompoundList, Redirection, TestExpression, Word, WordPart } from "unbash";
export type { SyntaxNode as Node } from "unbash";
