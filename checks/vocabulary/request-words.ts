/** A word without which no text is about a token request. */
export interface RequestWord {
  readonly word: string;
  /**
   * Of what it tells: that a block may hold a request, that a script written for others may make one, that a program is asked for a
   * token by its name.
   */
  readonly of: readonly ("block" | "script" | "name")[];
  readonly source: string;
  /** A text with the word, which no other word of the table is in. */
  readonly case: string;
}

const COMMON = "corpus/open/names-in-common-use";

export const REQUEST_WORDS: readonly RequestWord[] = [
  { word: "token", of: ["block", "script", "name"], source: "RFC 6749, section 3.2", case: "token" },
  { word: "oauth", of: ["script"], source: COMMON, case: "/api/oauth" },
  { word: "login", of: ["block", "name"], source: "https://developer.hashicorp.com/vault/docs/auth", case: "login" },
  { word: "auth", of: ["block", "name"], source: "RFC 9110, section 11.6.2", case: "auth" },
  { word: "grant", of: ["block"], source: "RFC 6749, section 1.3", case: "grant" },
  { word: "grant_type", of: ["script"], source: "RFC 6749, section 4.4.2", case: "grant_type" },
  { word: "secret", of: ["block"], source: "RFC 6749, section 2.3.1", case: "secret" },
  { word: "client_secret", of: ["script"], source: "RFC 6749, section 2.3.1", case: "client_secret" },
  { word: "assertion", of: ["block"], source: "RFC 7521, section 4", case: "assertion" },
  { word: "jwt", of: ["block"], source: "RFC 7519, section 3", case: "jwt" },
  { word: "idp", of: ["block"], source: "https://openid.net/specs/openid-connect-core-1_0.html", case: "idp" },
  { word: "sso", of: ["block"], source: COMMON, case: "sso" },
];

/** Looks for the words that tell of something; `author` is no `auth`. */
export function wordsOf(kind: RequestWord["of"][number]): { readonly test: (text: string) => boolean } {
  const words = REQUEST_WORDS.filter((row) => row.of.includes(kind)).map(({ word }) => word);
  return {
    test: (text) => {
      const plain = kind === "name" ? text.toLowerCase().replaceAll("author", "") : text.toLowerCase();
      return words.some((word) => plain.includes(word));
    },
  };
}
