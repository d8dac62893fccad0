import { addressOf, type Block } from "../configuration/configuration.js";
import { referencesIn, type Expression } from "../configuration/expressions/expression.js";
import type { ModuleInstance } from "./module.js";

/** Conditions within a block: of its preconditions and postconditions, or of a check's assertions. */
export function conditionsOf(block: Block): Expression[] {
  return block.blocks.flatMap((inner) => {
    if (inner.type === "lifecycle") return conditionsOf(inner);
    if (!/^(?:precondition|postcondition|assert)$/.test(inner.type)) return [];
    const condition = inner.attributes.get("condition")?.value();
    return condition ? [condition] : [];
  });
}

const STATUS = /^(?:status_code|status|response_code|response_body|body|response|result|statuscode)$/;

/** Whether any condition of the module looks at the status, or at the answer, of a request. */
export function statusIsChecked(module: ModuleInstance, block: Block): boolean {
  const own = conditionsOf(block).some((condition) =>
    referencesIn(expanded(condition, module)).some((path) => path[0] === "self" && STATUS.test(path[1] ?? "")),
  );
  if (own) return true;
  const address = addressOf(block);
  return module.directory.blocks.some((other) => {
    const conditions = [...conditionsOf(other), ...validations(other)];
    return conditions.some((condition) =>
      referencesIn(expanded(condition, module)).some((path) => refersTo(path, address)),
    );
  });
}

const validations = (block: Block): Expression[] =>
  block.type === "check" ? block.blocks.flatMap((inner) => (inner.type === "data" ? conditionsOf(inner) : [])) : [];

function refersTo(path: readonly string[], address: string): boolean {
  const steps = path.filter((step) => !/^(?:\d+|\*)$/.test(step));
  const own = address.split(".");
  return own.every((step, index) => steps[index] === step) && STATUS.test(steps[own.length] ?? "");
}

/** A condition with the locals that it names in their place, one step deep. */
function expanded(condition: Expression, module: ModuleInstance): Expression {
  const locals = referencesIn(condition).flatMap((path) => {
    const value =
      path[0] === "local"
        ? module.blocks
            .get(`local.${path[1] ?? ""}`)
            ?.attributes.get(path[1] ?? "")
            ?.value()
        : undefined;
    return value ? [value] : [];
  });
  return { kind: "list", items: [condition, ...locals], at: condition.at };
}
