import { conditionsOf } from "../../terraform/status-check.js";
import { children, type Expression } from "../../configuration/expressions/expression.js";
import type { Block } from "../../configuration/configuration.js";
import type { ModuleInstance } from "../../terraform/module.js";

const AGE = /expir|timecmp|timestamp|valid_until|not_after|issued_at|\bexp\b|ttl|\bage\b/i;

/** Whether a precondition or postcondition of a block looks at the time. */
export function ageIsChecked(module: ModuleInstance, block: Block): boolean {
  return conditionsOf(block).some((condition) => mentionsAge(condition, module, 0));
}

function mentionsAge(expression: Expression, module: ModuleInstance, depth: number): boolean {
  if (depth > 20) return false;
  if (expression.kind === "call" && AGE.test(expression.name)) return true;
  if (expression.kind === "reference") {
    if (expression.path.some((step) => AGE.test(step))) return true;
    const name = expression.path[0] === "local" ? (expression.path[1] ?? "") : undefined;
    const value = name === undefined ? undefined : module.blocks.get(`local.${name}`)?.attributes.get(name)?.value();
    if (value && mentionsAge(value, module, depth + 1)) return true;
  }
  return children(expression).some((child) => mentionsAge(child, module, depth + 1));
}
