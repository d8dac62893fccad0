export interface GrantType {
  readonly name: string;
  readonly source: string;
}

/** Grants that have a name; others are absolute URIs (RFC 6749, section 4.5). */
export const GRANT_TYPES: readonly GrantType[] = [
  { name: "authorization_code", source: "RFC 6749, section 4.1.3" },
  { name: "password", source: "RFC 6749, section 4.3.2" },
  { name: "client_credentials", source: "RFC 6749, section 4.4.2" },
  { name: "refresh_token", source: "RFC 6749, section 6" },
];

const NAMES: ReadonlySet<string> = new Set(GRANT_TYPES.map(({ name }) => name));

/** A plain word that names no grant: `employee`. What is not known in full, or has more than letters, may be a vendor's. */
export const mayBeGrant = (value: string): boolean => NAMES.has(value) || !/^[a-z]+$/i.test(value);
