import { addressOf, type Block } from "../configuration/configuration.js";
import { isIndex, referencesIn, type Expression } from "../configuration/expressions/expression.js";
import type { ModuleInstance } from "./module.js";
import { onceFor } from "./once.js";
import { holdsAnswer, holdsStatus } from "../vocabulary/answers.js";
import { noticesRefusal, type Names } from "./refusal.js";

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

/** Whether any condition looks at the status, or at the answer, of a request, and does not hold for a refusal. */
export function statusIsChecked(module: ModuleInstance, block: Block): boolean {
  const home: Home = { module, block };
  const names = namesIn(module, home);
  const own: Names = {
    ...names,
    partOf: (path) => names.partOf(path[0] === "self" ? [...addressOf(block).split("."), ...path.slice(1)] : path),
  };
  if (conditionsOf(block).some((condition) => noticesRefusal(condition, own))) return true;
  const key = keyOf(module, addressOf(block).split("."));
  return [...around(module)].some((other) =>
    (conditionsIn(other).get(key) ?? []).some((condition) => noticesRefusal(condition, namesIn(other, home))),
  );
}

/** A module, those that call it, and those that it calls: what it gives them of an answer they may check. */
function* around(module: ModuleInstance): Generator<ModuleInstance> {
  for (let at: ModuleInstance | undefined = module; at; at = at.parent) yield at;
  for (const { type, labels } of module.directory.blocks) {
    const child = type === "module" ? module.child(labels[0] ?? "") : undefined;
    if (child) yield child;
  }
}

/** The conditions of a module by the blocks that they come to, through locals and other modules, too. */
const conditionsIn = onceFor((module): ReadonlyMap<string, readonly Expression[]> => {
  const conditions = new Map<string, Expression[]>();
  for (const block of module.directory.blocks)
    for (const condition of [...conditionsOf(block), ...validations(block)])
      for (const key of reached(condition, module)) {
        const those = conditions.get(key);
        if (those) those.push(condition);
        else conditions.set(key, [condition]);
      }
  return conditions;
});

function reached(condition: Expression, module: ModuleInstance): Set<string> {
  const keys = new Set<string>();
  const seen = new Set<Expression>();
  const rest: { expression: Expression; module: ModuleInstance }[] = [{ expression: condition, module }];
  for (let next = rest.pop(); next; next = rest.pop()) {
    if (seen.has(next.expression)) continue;
    seen.add(next.expression);
    for (const path of referencesIn(next.expression)) {
      keys.add(keyOf(next.module, path));
      const meaning = meaningIn(next.module, path);
      if (meaning) rest.push(meaning);
    }
  }
  return keys;
}

/** What a path begins with, which names a block. */
function keyOf({ directory }: ModuleInstance, path: readonly string[]): string {
  const steps = path.filter((step) => !isIndex(step));
  const length = steps[0] === "data" || steps[0] === "ephemeral" ? 3 : 2;
  return `${directory.path}|${steps.slice(0, length).join(".")}`;
}

const validations = (block: Block): Expression[] =>
  block.type === "check" ? block.blocks.flatMap((inner) => (inner.type === "data" ? conditionsOf(inner) : [])) : [];

interface Home {
  readonly module: ModuleInstance;
  readonly block: Block;
}

const namesIn = (module: ModuleInstance, home: Home): Names => ({
  partOf: (path) => {
    const attribute = module === home.module ? attributeAt(path, home.block) : undefined;
    return attribute === undefined ? undefined : holdsStatus(attribute) ? "status" : "body";
  },
  meaning: (path) => {
    const meaning = meaningIn(module, path);
    return meaning && { ...meaning, names: namesIn(meaning.module, home) };
  },
});

interface Meaning {
  readonly expression: Expression;
  readonly module: ModuleInstance;
  readonly rest: readonly string[];
}

/** The expression that a local, an output of a module or a variable that a module is given stands for. */
function meaningIn(module: ModuleInstance, path: readonly string[]): Meaning | undefined {
  const [kind, name = "", ...rest] = path;
  if (kind === "local") return meaning(module.blocks.get(`local.${name}`)?.attributes.get(name)?.value(), module, rest);
  if (kind === "var" && module.parent) return meaning(module.call?.attributes.get(name)?.value(), module.parent, rest);
  const child = kind === "module" ? module.child(name) : undefined;
  if (!child) return undefined;
  const at = rest.findIndex((step) => child.blocks.has(`output.${step}`));
  return meaning(
    child.blocks
      .get(`output.${rest[at] ?? ""}`)
      ?.attributes.get("value")
      ?.value(),
    child,
    rest.slice(at + 1),
  );
}

const meaning = (
  expression: Expression | undefined,
  module: ModuleInstance,
  rest: readonly string[],
): Meaning | undefined => expression && { expression, module, rest };

/** The attribute of a block that tells of its request, where a reference is to one. */
function attributeAt(path: readonly string[], block: Block): string | undefined {
  const address = addressOf(block).split(".");
  const steps = path.filter((step) => !isIndex(step));
  if (!address.every((step, index) => steps[index] === step)) return undefined;
  // `data.http.x["a"].status_code`
  const below = steps.slice(address.length, address.length + (block.attributes.has("for_each") ? 2 : 1));
  return below.find((step) => holdsStatus(step) || holdsAnswer(step));
}
