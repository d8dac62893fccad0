import { Fn, Lazy, Token, Tokenization, type IResolveContext } from "cdktf";
import { isExpression, isListToken } from "./references";

/**
 * Scopes as RFC 6749 section 3.3 joins them. Among them may be lists that only Terraform knows, or only synthesis.
 *
 * @internal
 */
export function joinedScopes(scopes: readonly string[]): string {
  if (!scopes.some(isListToken)) return scopes.join(" ");
  if (scopes.some(isDeferredList)) {
    const items = [...scopes];
    return Lazy.stringValue({ produce: (context) => joinedScopes(items.flatMap((item) => produced(item, context))) });
  }
  const [only] = scopes;
  if (scopes.length === 1 && only !== undefined) return Fn.join(" ", [only]);
  const lists = scopes.map((item) => [item]);
  return Fn.join(" ", Token.asList(Fn.concat(lists)));
}

function isDeferredList(item: string): boolean {
  const token = isListToken(item) ? Tokenization.reverseList([item]) : undefined;
  return token !== undefined && !isExpression(token);
}

function produced(item: string, context: IResolveContext): string[] {
  const token = isDeferredList(item) ? Tokenization.reverseList([item]) : undefined;
  if (token === undefined) return [item];
  const list: unknown = token.resolve(context);
  return Array.isArray(list) ? list.map(String) : Token.asList(list);
}
