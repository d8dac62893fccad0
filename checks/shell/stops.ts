import { forEachChild, type SyntaxNode } from "unbash";
import { functionDoes } from "../vocabulary/function-names.js";

const ENDS = new Set(["exit", "return", "false", "kill", "break", "continue"]);

/** Whether a part of a script ends it, or the function, with a failure: `exit 1`, `return 1`, a function that does. */
export function stops(
  node: SyntaxNode,
  functions: ReadonlyMap<string, SyntaxNode>,
  seen: ReadonlySet<string> = new Set(),
): boolean {
  if (node.type === "Command") {
    const name = node.name?.value ?? "";
    if (ENDS.has(name)) return node.args[0]?.type !== "Word" || node.args[0].value !== "0";
    const body = functions.get(name);
    if (body === undefined) return functionDoes(name) === "fails";
    return !seen.has(name) && stops(body, functions, new Set([...seen, name]));
  }
  // Substitutions end only their own subshell.
  if (node.type === "Word" || node.type === "Function") return false;
  let found = false;
  forEachChild(node, (child) => {
    found ||= stops(child, functions, seen);
  });
  return found;
}
