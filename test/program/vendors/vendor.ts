/** A vendor's token endpoint: what it takes, and what it answers. `docs/servers.md` has the request. */
export interface Vendor {
  /** The construct of `docs/servers.md` whose arguments are run. */
  readonly example: string;
  /** The body that it takes, whole. A secret is the name of its environment variable. */
  readonly form: Readonly<Record<string, string>>;
  /** HTTP Basic, and whether the vendor decodes its halves. */
  readonly basic?: { readonly id: string; readonly secret: string; readonly decodes: boolean };
  /** The signed JWT in the parameter `assertion`: its header and its claims, those excepted that differ each time. */
  readonly assertion?: Jwt;
  readonly answer: Readonly<Record<string, unknown>>;
  readonly refusals: readonly Refusal[];
}

export interface Jwt {
  /** The environment variable of its key, and that of the passphrase. */
  readonly key: string;
  readonly passphrase?: string;
  readonly keyId?: string;
  /** Without `aud` it is the token endpoint. */
  readonly claims: Readonly<Record<string, string>>;
  readonly lifetimeSeconds: number;
}

/** How a vendor refuses a request. */
export interface Refusal {
  readonly title: string;
  readonly status: number;
  readonly body: object | string;
  /** The program's exit status. */
  readonly code: number;
  /** A cause that is told, the first one unless said otherwise. */
  readonly cause: string;
  readonly place?: number;
}

export const CLIENT =
  "The client id or secret is wrong for this server, was rotated, or the client is disabled there: check both, and the host.";
export const SIGNATURE =
  "The JWT's signature does not fit the key that the server has for this client: check the key, its key id and the algorithm.";
export const CLOCK =
  "The JWT has expired, or is not valid yet: check this machine's clock, and where the JWT comes from.";
export const CONSENT =
  "The user has not agreed to this client, or not to all of its scopes: let the user do so once, or an administrator for the user.";

/** An OAuth 2.0 error (RFC 6749 section 5.2), by 400 unless said otherwise. */
export function refusal(
  [error, description]: readonly [error: string, description?: string],
  code: number,
  cause: string,
  status = 400,
): Refusal {
  return {
    title: description ?? error,
    status,
    body: { error, ...(description !== undefined && { error_description: description }) },
    code,
    cause,
  };
}
