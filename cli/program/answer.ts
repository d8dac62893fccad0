/** An access token response, as the program gives it with output=json. */
export interface Answer {
  readonly accessToken: string;
  readonly tokenType: string;
  readonly readAt: string;
  /** Undefined where the server gave no `expires_in`. */
  readonly expiresAt: string | undefined;
  readonly lifetimeSeconds: number | undefined;
  /** The granted scope; the requested one where the server gave none (RFC 6749 section 5.1). */
  readonly scope: readonly string[];
  /** The members that were asked for by name, as text; empty where there is none. */
  readonly responseFields: ReadonlyMap<string, string>;
}

/** @throws if this is not what the program prints */
export function answerOf(stdout: string): Answer {
  const members = JSON.parse(stdout) as Readonly<Record<string, string | undefined>>;
  const { access_token: accessToken = "", token_type: tokenType = "", read_at: readAt = "", scope = "" } = members;
  if (accessToken === "") throw new Error("The program ended well, but without an access token.");
  const expiresAt = members["expires_at"] || undefined;
  return {
    accessToken,
    tokenType,
    readAt,
    expiresAt,
    lifetimeSeconds: expiresAt === undefined ? undefined : (Date.parse(expiresAt) - Date.parse(readAt)) / 1000,
    scope: scopesOf(scope),
    responseFields: new Map(
      Object.entries(members).flatMap(([name, value = ""]) =>
        name.startsWith(RESPONSE_FIELD) ? [[name.slice(RESPONSE_FIELD.length), value] as const] : [],
      ),
    ),
  };
}

/** What the program writes before the name of such a member. */
const RESPONSE_FIELD = "response_";

export function scopesOf(scope: string): string[] {
  return scope.split(" ").filter((item) => item !== "");
}
