import { TerraformVariable, type TerraformStack } from "cdktf";

const found = new WeakMap<TerraformStack, readonly TerraformVariable[]>();

/**
 * The variables of a stack. Every construct of ours asks for them while it is validated, and a look through the whole stack
 * for each would make synthesis slow: one look serves a synthesis, which is one run without a pause.
 *
 * @internal
 */
export function variablesOf(stack: TerraformStack): readonly TerraformVariable[] {
  let variables = found.get(stack);
  if (variables === undefined) {
    variables = stack.node.findAll().filter((node): node is TerraformVariable => node instanceof TerraformVariable);
    found.set(stack, variables);
    queueMicrotask(() => found.delete(stack));
  }
  return variables;
}
