import type { TerraformStack, TerraformVariable } from "cdktf";
import { holdsReference, namedVariables, resolvedText } from "./expression";
import { variablesOf } from "./variables";

/**
 * Why a variable cannot carry a secret within a stack. It is judged by what is synthesized, overrides included.
 *
 * @internal
 */
export function variableFaults(variable: TerraformVariable, stack: TerraformStack): string[] {
  const name = `the variable "${variable.node.path}"`;
  if (variable.cdktfStack !== stack) return [otherStack(name)];
  const { variable: blocks } = variable.toTerraform() as { variable: Record<string, Record<string, unknown>> };
  const block = Object.values(blocks)[0] ?? {};
  const faults: string[] = [];
  if (block["sensitive"] !== true)
    faults.push(
      `${name} is not sensitive, so Terraform would print its value. Set sensitive: true, or use Secret.ephemeralVariable.`,
    );
  if (block["default"] !== undefined && block["default"] !== null)
    faults.push(
      `${name} has a default (not repeated here), which would be in the synthesized text. Remove it, and set TF_VAR_${variable.friendlyUniqueId} in the environment that Terraform runs in.`,
    );
  return faults;
}

/**
 * Why an expression cannot carry a secret within a stack.
 *
 * @internal
 */
export function expressionFaults(expression: string, stack: TerraformStack): string[] {
  const text = resolvedText(stack, expression);
  if (text.includes("cross-stack-reference")) return [otherStack("the secret's reference")];
  if (!holdsReference(text))
    return [
      "the secret's expression holds no Terraform reference, so the secret would be in the synthesized text (not repeated here). Use a variable, an attribute, or Secret.fromEnvironment.",
    ];
  const named = namedVariables(text);
  return variablesOf(stack)
    .filter((variable) => named.has(variable.friendlyUniqueId))
    .flatMap((variable) => variableFaults(variable, stack));
}

function otherStack(what: string): string {
  return `${what} belongs to another stack. CDKTF would write its value into that stack's outputs and state. Declare the secret in the stack that uses it.`;
}
