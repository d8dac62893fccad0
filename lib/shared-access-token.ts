import { DefaultTokenResolver, StringConcat, TerraformStack, Tokenization } from "cdktf";
import type { Construct } from "constructs";
import type { AccessTokenProps } from "./access-token-props";
import { Faults, refuse } from "./faults";
import { refuseRevocation } from "./token-revocation";
import { areProperties, constructId, type Properties } from "./properties";

const SHARED = Symbol.for("cdktf-oauth2-token.shared-access-tokens");

/**
 * The stack's construct of this id, made on the first call.
 *
 * @throws if a property is wrong, or the id is taken by something else or by another request
 * @internal
 */
export function sharedAccessToken<Props extends AccessTokenProps, T extends Construct>(
  scope: Construct,
  id: string,
  props: Props,
  properties: Properties<Props>,
  make: new (scope: Construct, id: string, props: Props) => T,
): T {
  constructId(`${make.name}.shared`, scope, id);
  const stack = TerraformStack.of(scope) as TerraformStack & { [SHARED]?: Map<string, string> };
  const shared = (stack[SHARED] ??= new Map());
  const existing = stack.node.tryFindChild(id) as T | undefined;
  if (!existing) {
    const made = new make(stack, id, props);
    shared.set(id, askedBy(stack, make.name, props));
    return made;
  }
  const faults = new Faults(existing.node.path);
  areProperties(faults, refuseRevocation(faults, props), properties);
  faults.throwAny();
  if (shared.get(id) === askedBy(stack, make.name, props)) return existing;
  const text = (why: string) => `${why}, so ${make.name}.shared cannot give it. Use another id for this request.`;
  return shared.has(id)
    ? refuse(existing.node.path, "shared-differently", text("it is shared for another request, or with other options"))
    : refuse(existing.node.path, "id-taken", text("the id is taken by a construct that is not shared"));
}

/** All that a construct of these properties asks for, as text to be compared. */
function askedBy(stack: TerraformStack, kind: string, props: AccessTokenProps): string {
  const { dependsOn, provider, request, ...options } = props;
  const asked = JSON.stringify([
    kind,
    request._arguments,
    request._slots.environment,
    options,
    dependsOn?.map(({ fqn }) => fqn),
    provider?.fqn,
  ]);
  const resolver = new DefaultTokenResolver(new StringConcat());
  return String(Tokenization.resolve(asked, { scope: stack, resolver, preparing: false }));
}
