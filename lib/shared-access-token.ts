import { TerraformStack } from "cdktf";
import type { Construct } from "constructs";
import type { AccessTokenProps } from "./access-token-props";
import { resolvedText } from "./terraform/expression";

const SHARED = Symbol.for("cdktf-oauth2-token.shared-access-tokens");

/**
 * The stack's construct of this id, made on the first call.
 *
 * @throws if the id is taken by something else, or by another request
 * @internal
 */
export function sharedAccessToken<T extends Construct>(
  scope: Construct,
  id: string,
  props: AccessTokenProps,
  make: new (scope: Construct, id: string, props: never) => T,
): T {
  const stack = TerraformStack.of(scope) as TerraformStack & { [SHARED]?: Map<string, string> };
  const { dependsOn, provider, request, ...options } = props;
  const asked = resolvedText(
    stack,
    JSON.stringify([
      make.name,
      request._arguments,
      request._secret._environment,
      options,
      dependsOn?.map(({ fqn }) => fqn),
      provider?.fqn,
    ]),
  );
  const shared = (stack[SHARED] ??= new Map());
  const existing = stack.node.tryFindChild(id) as T | undefined;
  if (!existing) {
    shared.set(id, asked);
    return new make(stack, id, props as never);
  }
  if (shared.get(id) === asked) return existing;
  throw new Error(
    `${existing.node.path}: ${shared.has(id) ? "it is shared for another request, or with other options" : "the id is taken by a construct that is not shared"}, so ${make.name}.shared cannot give it. Use another id for this request.`,
  );
}
