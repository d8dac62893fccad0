import { addressOf, type Block } from "../configuration/configuration.js";
import { isIndex, referencesIn, type Expression } from "../configuration/expressions/expression.js";
import type { ModuleInstance } from "./module.js";
import { onceFor } from "./once.js";
import { holdsAnswer, holdsStatus } from "../vocabulary/answers.js";
import { admitsRefusal, type Part } from "./refusal.js";

const CONDITIONS = new Set(["precondition", "postcondition", "assert"]);

/** Conditions within a block: of its preconditions and postconditions, or of a check's assertions. */
export function conditionsOf(block: Block): Expression[] {
  return block.blocks.flatMap((inner) => {
    if (inner.type === "lifecycle") return conditionsOf(inner);
    if (!CONDITIONS.has(inner.type)) return [];
    const condition = inner.attributes.get("condition")?.value();
    return condition ? [condition] : [];
  });
}

/** Whether any condition of the module looks at the status, or at the answer, of a request, and does not hold for a refusal. */
export function statusIsChecked(module: ModuleInstance, block: Block): boolean {
  const address = addressOf(block);
  const checks = (condition: Expression, part: (path: readonly string[]) => string | undefined): boolean =>
    referencesIn(expanded(condition, module)).some((path) => part(path) !== undefined) &&
    !admitsRefusal(condition, { local: (name) => localOf(module, name), partOf: (path) => partOf(part(path)) });
  const own = (path: readonly string[]): string | undefined =>
    attributeAt(path, ["self"]) ?? attributeAt(path, address.split("."));
  const elsewhere = (path: readonly string[]): string | undefined => attributeAt(path, address.split("."));
  if (conditionsOf(block).some((condition) => checks(condition, own))) return true;
  const about = conditionsIn(module).get(address.split(".").slice(0, 3).join(".")) ?? [];
  return about.some((condition) => checks(condition, elsewhere));
}

/** The conditions of a module by the beginning of what they refer to, which names a block: two steps, and three. */
const conditionsIn = onceFor((module): ReadonlyMap<string, readonly Expression[]> => {
  const conditions = new Map<string, Set<Expression>>();
  for (const block of module.directory.blocks)
    for (const condition of [...conditionsOf(block), ...validations(block)])
      for (const path of referencesIn(expanded(condition, module)))
        for (const length of [2, 3]) {
          const beginning = withoutIndexes(path).slice(0, length).join(".");
          const those = conditions.get(beginning) ?? new Set();
          conditions.set(beginning, those.add(condition));
        }
  return new Map([...conditions].map(([beginning, those]) => [beginning, [...those]]));
});

const partOf = (attribute: string | undefined): Part =>
  attribute === undefined ? undefined : holdsStatus(attribute) ? "status" : "body";

const localOf = (module: ModuleInstance, name: string): Expression | undefined =>
  module.blocks.get(`local.${name}`)?.attributes.get(name)?.value();

const validations = (block: Block): Expression[] =>
  block.type === "check" ? block.blocks.flatMap((inner) => (inner.type === "data" ? conditionsOf(inner) : [])) : [];

const withoutIndexes = (path: readonly string[]): readonly string[] => path.filter((step) => !isIndex(step));

/** The attribute of a block that tells of its request, where a reference is to one. */
function attributeAt(path: readonly string[], block: readonly string[]): string | undefined {
  const steps = withoutIndexes(path);
  const name = steps[block.length] ?? "";
  return block.every((step, index) => steps[index] === step) && (holdsStatus(name) || holdsAnswer(name))
    ? name
    : undefined;
}

/** A condition with the locals that it names in their place, one step deep. */
function expanded(condition: Expression, module: ModuleInstance): Expression {
  const locals = referencesIn(condition).flatMap((path) => {
    const value = path[0] === "local" ? localOf(module, path[1] ?? "") : undefined;
    return value ? [value] : [];
  });
  return { kind: "list", items: [condition, ...locals], at: condition.at };
}
