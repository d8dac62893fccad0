import { ACTOR_TOKEN, ASSERTION, PASSWORD, privateKeySlots, REFRESH_TOKEN, SUBJECT_TOKEN, type Slot } from "./slots.js";
import type { Signing } from "./signing.js";

/** A grant (RFC 6749 section 1.3), by what a user gives for it. */
export interface Grant {
  /** As --grant takes it. */
  readonly name: string;
  /** The value of grant_type; none for a server that takes none, and for the one that --grant-type gives. */
  readonly grantType: string | undefined;
  readonly typeIsGiven?: true;
  readonly help: string;
  /** Options whose values are parameters of the body, and no secrets. */
  readonly parameters: readonly GrantParameter[];
  /** Secrets that are parameters of the body, each named as its slot, but for those of `signing`. */
  readonly secrets: readonly Slot[];
  /** A JWT that is a parameter of the body, named as its slot. */
  readonly signing?: Signing;
  /** The request may do without a client. */
  readonly withoutClient?: true;
}

export interface GrantParameter {
  readonly option: string;
  readonly parameter: string;
  readonly help: string;
  readonly optional?: true;
  readonly repeatable?: true;
}

export const GRANTS: readonly [Grant, ...Grant[]] = [
  {
    name: "client-credentials",
    grantType: "client_credentials",
    help: "as the client itself (RFC 6749 section 4.4)",
    parameters: [],
    secrets: [],
  },
  {
    name: "password",
    grantType: "password",
    help: "as a user, such as an access key of NICE CXone (RFC 6749 section 4.3)",
    parameters: [{ option: "username", parameter: "username", help: "the user's name, with --grant password" }],
    secrets: [PASSWORD],
  },
  {
    name: "refresh-token",
    grantType: "refresh_token",
    help: "by a refresh token, which a server that rotates it takes only once (RFC 6749 section 6)",
    parameters: [],
    secrets: [REFRESH_TOKEN],
  },
  {
    name: "jwt-bearer",
    grantType: "urn:ietf:params:oauth:grant-type:jwt-bearer",
    help: "by a JWT that something else has signed (RFC 7523 section 2.1)",
    parameters: [],
    secrets: [ASSERTION],
    withoutClient: true,
  },
  {
    name: "signed-jwt-bearer",
    grantType: "urn:ietf:params:oauth:grant-type:jwt-bearer",
    help: "by a JWT that is signed here with a private key, which takes openssl",
    parameters: [],
    secrets: privateKeySlots("assertion"),
    signing: { slot: "assertion", by: "private key" },
    withoutClient: true,
  },
  {
    name: "token-exchange",
    grantType: "urn:ietf:params:oauth:grant-type:token-exchange",
    help: "by another token (RFC 8693)",
    parameters: [
      {
        option: "audience",
        parameter: "audience",
        help: "the service where the token is to be used, with --grant token-exchange; may be repeated",
        optional: true,
        repeatable: true,
      },
      {
        option: "requested-token-type",
        parameter: "requested_token_type",
        help: "the type of token that is wanted, with --grant token-exchange",
        optional: true,
      },
      {
        option: "subject-token-type",
        parameter: "subject_token_type",
        help: "the type of the subject token, such as urn:ietf:params:oauth:token-type:jwt, with --grant token-exchange",
      },
      {
        option: "actor-token-type",
        parameter: "actor_token_type",
        help: "the type of the actor token, where there is one",
        optional: true,
      },
    ],
    secrets: [SUBJECT_TOKEN, ACTOR_TOKEN],
    withoutClient: true,
  },
  {
    name: "extension",
    grantType: undefined,
    typeIsGiven: true,
    help: "by a grant of the server's own, whose type --grant-type gives (RFC 6749 section 4.5)",
    parameters: [],
    secrets: [],
    withoutClient: true,
  },
  {
    name: "none",
    grantType: undefined,
    help: "without a grant_type, such as for an API token of VMware Cloud",
    parameters: [],
    secrets: [],
    withoutClient: true,
  },
];
