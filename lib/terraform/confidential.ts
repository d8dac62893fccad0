import type { TerraformStack, TerraformVariable } from "cdktf";
import type { Fault } from "../faults";
import { componentsOf } from "./composition";
import type { StackValues } from "./stack-values";
import { escapeTemplate } from "./template";

/**
 * Why a variable cannot carry a secret within a stack. It is judged by what is synthesized, overrides included.
 *
 * @internal
 */
export function variableFaults(variable: TerraformVariable, stack: TerraformStack): Fault[] {
  const name = `the variable "${variable.node.path}"`;
  if (variable.cdktfStack !== stack) return [otherStack(name)];
  const { variable: blocks } = variable.toTerraform() as { variable: Record<string, Record<string, unknown>> };
  const block = Object.values(blocks)[0] ?? {};
  const faults: Fault[] = [];
  if (block["sensitive"] !== true)
    faults.push({
      code: "secret-not-sensitive",
      text: `${name} is not sensitive, so Terraform would print its value. Set sensitive: true, or use Secret.ephemeralVariable.`,
    });
  if (block["default"] !== undefined && block["default"] !== null)
    faults.push({
      code: "secret-has-default",
      text: `${name} has a default (not repeated here), which would be in the synthesized text. Remove it, and set TF_VAR_${variable.friendlyUniqueId} in the environment that Terraform runs in.`,
    });
  return faults;
}

/**
 * Why an expression cannot carry a secret within a stack.
 *
 * @internal
 */
export function expressionFaults(expression: string, values: StackValues): Fault[] {
  // A template that is written out is no reference: it is sent as it is.
  const components = componentsOf(values, escapeTemplate(expression), { choices: false });
  if (components.some((component) => "otherStack" in component && component.otherStack))
    return [otherStack("the secret's reference")];
  const literal = components.some((component) => component.kind === "literal" && isMoreThanSeparator(component.text));
  const references = components.some((component) => component.kind === "variable" || component.kind === "reference");
  if (!references)
    return [
      {
        code: "literal-secret",
        text: "the secret's expression holds no Terraform reference, so the secret would be in the synthesized text (not repeated here). Use a variable, an attribute, or Secret.fromEnvironment.",
      },
    ];
  const variables = new Set(
    components.flatMap((component) => (component.kind === "variable" ? component.variable : [])),
  );
  return [
    ...(literal ? [{ code: "literal-secret", text: LITERAL_BESIDE } as const] : []),
    ...[...variables].flatMap((variable) => variableFaults(variable, values.stack)),
  ];
}

/** @internal */
export const LITERAL_BESIDE =
  "the secret's expression has literal text beside a reference (not repeated here), so a part of the secret would be in the synthesized text. Put the whole secret behind one reference, or use Secret.fromEnvironment.";

/** What only joins references, such as the colon of `user:password`, gives nothing away. */
export function isMoreThanSeparator(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text) || text.length > 3;
}

function otherStack(what: string): Fault {
  const text = `${what} belongs to another stack. CDKTF would write its value into that stack's outputs and state. Declare the secret in the stack that uses it.`;
  return { code: "secret-of-another-stack", text };
}
