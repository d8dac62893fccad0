import { forEachChild, type SyntaxNode } from "unbash";
import { functionDoes } from "../vocabulary/function-names.js";
import { append } from "../values/symbolic-string.js";
import { stops } from "./stops.js";
import type { Node } from "./syntax.js";

/** Whether the branch for a failure only tells of it, and no other branch ends the script. */
export function overlooks(node: Extract<Node, { type: "If" }>, functions: ReadonlyMap<string, SyntaxNode>): boolean {
  if (node.elif.length > 0) return false;
  const branches: readonly SyntaxNode[] = [node.then, ...(node.else ? [node.else] : [])];
  if (branches.some((branch) => stops(branch, functions))) return false;
  if (branches.length === 2 && branches.every(onlyTells)) return true;
  const failing = failingBranch(node);
  return failing !== undefined && onlyTells(failing);
}

/** `[ -z "$TOKEN" ]` holds after a failure, `[ -n "$TOKEN" ]` does not. */
function failingBranch(node: Extract<Node, { type: "If" }>): SyntaxNode | undefined {
  const operators = operatorsIn(node.clause);
  if (operators.length !== 1) return undefined;
  return operators[0] === "-z" ? node.then : node.else;
}

function operatorsIn(clause: SyntaxNode): string[] {
  if (clause.type === "Pipeline" || clause.type === "AndOr") return [];
  if (clause.type === "TestCommand") {
    const { expression } = clause;
    return expression.type === "TestUnary" && /^-[zn]$/.test(expression.operator) ? [expression.operator] : [];
  }
  if (clause.type === "Command") {
    const isTest = /^(?:\[|test)$/.test(clause.name?.value ?? "");
    const words = clause.args.map((arg) => (arg.type === "Word" ? arg.value : ""));
    return isTest && !words.includes("!") ? words.filter((word) => /^-[zn]$/.test(word)) : [];
  }
  const found: string[] = [];
  forEachChild(clause, (child) => {
    append(found, operatorsIn(child));
  });
  return found;
}

/** Whether a part of a script does nothing but print. */
function onlyTells(node: SyntaxNode): boolean {
  if (node.type === "Command") return functionDoes(node.name?.value ?? "") === "tells";
  if (node.type !== "CompoundList" && node.type !== "Statement" && node.type !== "Redirected") return false;
  let only = true;
  forEachChild(node, (child) => {
    if (child.type !== "Word") only &&= onlyTells(child);
  });
  return only;
}
