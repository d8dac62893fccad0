/**
 * Parameters of the request body that are not given by name, each with the reason.
 *
 * @internal
 */
export const RESERVED_PARAMETERS: ReadonlyMap<string, string> = new Map([
  ["grant_type", "the grant sets it"],
  ["scope", "use scopes"],
  ["client_id", "use clientAuthentication"],
  ["client_secret", "use clientAuthentication"],
  ["client_assertion", "use clientAuthentication"],
  ["client_assertion_type", "use clientAuthentication"],
  ["assertion", "it is a secret, and would be in the synthesized text"],
  ["subject_token", "it is a secret, and would be in the synthesized text"],
  ["actor_token", "it is a secret, and would be in the synthesized text"],
  ["password", "it is a secret, and would be in the synthesized text"],
  ["refresh_token", "it is a secret, and would be in the synthesized text"],
]);

/** @internal */
export const SCOPES_ALLOWED =
  "A scope has no spaces, quotes, backslashes or characters beyond ASCII (RFC 6749 section 3.3).";

/** @internal */
export const PARAMETER_NAMES_ALLOWED = 'Allowed: letters, digits, "_", "." and "-" (RFC 6749 section 8.2).';

/** @internal */
export function isScope(scope: string): boolean {
  return /^[!#-[\]-~]+$/.test(scope);
}

/** @internal */
export function isParameterName(name: string): boolean {
  return /^[A-Za-z0-9_.-]+$/.test(name);
}
