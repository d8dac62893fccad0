import { Aspects, TerraformProvider, TerraformStack } from "cdktf";
import type { Construct, IConstruct } from "constructs";

const ADDED = Symbol.for("cdktf-oauth2-token.required-providers");

/**
 * Adds a provider at synthesis where the stack then has none of its kind, so that the user's own one may come before or
 * after. Its id is one that no construct of a user has.
 *
 * @internal
 */
export function requireProvider(
  scope: Construct,
  name: string,
  add: (stack: TerraformStack, id: string) => void,
): void {
  const stack = TerraformStack.of(scope) as TerraformStack & { [ADDED]?: Set<string> };
  const added = (stack[ADDED] ??= new Set());
  if (added.has(name)) return;
  added.add(name);
  Aspects.of(stack).add({
    visit(node: IConstruct) {
      if (node === stack && !stack.node.findAll().some((child) => isProvider(child, name)))
        add(stack, `access_token_required_provider_${name}`);
    },
  });
}

function isProvider(node: IConstruct, name: string): boolean {
  return TerraformProvider.isTerraformProvider(node) && node.terraformResourceType === name;
}
