import { CLIENT_ASSERTION, CLIENT_SECRET, type Slot } from "./slots.js";

/** A way to authenticate the client (RFC 6749 section 2.3). */
export interface Method {
  /** As --method takes it. */
  readonly name: string;
  /** As the program takes it. */
  readonly argument: string;
  readonly help: string;
  readonly secrets: readonly Slot[];
  /** How TypeScript says it, given how it says the id and the secret. */
  readonly typescript: (clientId: string, secret: string) => string;
  /** Why it would send nothing but what another one sends, or cannot be sent. */
  readonly pointless?: (clientId: string, secret: string | undefined) => boolean;
}

export const METHODS: readonly [Method, ...Method[]] = [
  {
    name: "basic",
    argument: "client_secret_basic",
    help: "HTTP Basic, id and secret form-encoded (RFC 6749 section 2.3.1)",
    secrets: [CLIENT_SECRET],
    typescript: (clientId, secret) => `ClientAuthentication.clientSecretBasic(${clientId}, ${secret})`,
  },
  {
    name: "post",
    argument: "client_secret_post",
    help: "id and secret in the request body",
    secrets: [CLIENT_SECRET],
    typescript: (clientId, secret) => `ClientAuthentication.clientSecretPost(${clientId}, ${secret})`,
  },
  {
    name: "basic-raw",
    argument: "client_secret_basic_raw",
    help: "HTTP Basic, id and secret as they are, for servers that do not decode them",
    secrets: [CLIENT_SECRET],
    typescript: (clientId, secret) => `ClientAuthentication.clientSecretBasic(${clientId}, ${secret}, { raw: true })`,
    // Where nothing has to be encoded, it is what Basic sends; a colon in the id would end the id.
    pointless: (clientId, secret) =>
      clientId.includes(":") || (secret !== undefined && isPlain(clientId) && isPlain(secret)),
  },
  {
    name: "client-assertion",
    argument: "client_assertion",
    help: "a JWT that says who the client is, such as a workload's identity (RFC 7523 section 2.2)",
    secrets: [CLIENT_ASSERTION],
    typescript: (clientId, secret) => `ClientAuthentication.clientAssertion(${clientId}, ${secret})`,
  },
  {
    name: "none",
    argument: "none",
    help: "the id alone, for a public client",
    secrets: [],
    typescript: (clientId) => `ClientAuthentication.none(${clientId})`,
  },
];

function isPlain(text: string): boolean {
  return /^[A-Za-z0-9_.~-]*$/.test(text);
}
