import { PASSWORD, REFRESH_TOKEN, type Slot } from "./slots.js";

/** A grant (RFC 6749 section 1.3), by what a user gives for it. */
export interface Grant {
  /** As --grant takes it. */
  readonly name: string;
  /** The value of grant_type. */
  readonly grantType: string;
  readonly help: string;
  /** Options whose values are parameters of the body, and no secrets. */
  readonly parameters: readonly { readonly option: string; readonly parameter: string; readonly help: string }[];
  /** Secrets that are parameters of the body, each named as its slot. */
  readonly secrets: readonly Slot[];
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
];
