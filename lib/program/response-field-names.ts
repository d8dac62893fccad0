/**
 * Members of an answer that the constructs give by properties of their own.
 *
 * @internal
 */
export const OWN_RESPONSE_FIELDS: ReadonlyMap<string, string> = new Map([
  ["access_token", "use accessToken"],
  ["token_type", "use tokenType"],
  ["expires_in", "use expiresAt"],
  ["scope", "use scope"],
]);

/** @internal */
export const RESPONSE_FIELDS_ALLOWED =
  'Allowed: the name of a member of the answer, of letters, digits, "_", "." and "-", such as "id_token".';

/** @internal */
export function isResponseFieldName(name: string): boolean {
  return /^[A-Za-z0-9_.-]+$/.test(name);
}
