import type { Analysis } from "../../analysis/analysis.js";
import type { Execution } from "../../executions/execution.js";
import { concrete, type Fragment, type Origin } from "../../values/symbolic-string.js";
import { asString, fragmentsOf } from "../../values/symbolic-value.js";

/** What Terraform gives to a program that a block starts. */
export const givenTo = (execution: Execution): Fragment[] => [
  ...execution.command.flat(),
  ...[...execution.environment.values()].flatMap(fragmentsOf),
];

/**
 * Whether Terraform prints nothing of what a provisioner prints, because it is given a variable that is marked.
 * https://github.com/hashicorp/terraform/pull/26611
 */
export const isSuppressed = (analysis: Analysis, execution: Execution): boolean =>
  execution.provisioner !== undefined &&
  givenTo(execution).some(({ provenance }) => provenance.some((origin) => isMarked(analysis, origin)));

function isMarked(analysis: Analysis, { scope, address }: Origin): boolean {
  if (!address.startsWith("variable.")) return false;
  return isSet(analysis, scope, address, "sensitive") === true || isSet(analysis, scope, address, "ephemeral") === true;
}

/** Whether an argument of a variable's block is true; undefined where that is not known, or where it has none. */
export function isSet(analysis: Analysis, scope: string, address: string, name: string): boolean | undefined {
  const module = analysis.lookup.module(scope);
  const block = module?.blocks.get(address);
  const value = module && block && module.attribute(block.attributes.get(name), block);
  const known = value && concrete(asString(value));
  return known === undefined ? undefined : known === "true";
}
