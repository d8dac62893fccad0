import type { Signing } from "./signing.js";
import { CLIENT_ASSERTION, CLIENT_SECRET, privateKeySlots, type Slot } from "./slots.js";

/** How TypeScript says what a method takes. */
export interface MethodTexts {
  readonly clientId: string;
  /** By the slot's name. */
  readonly secrets: ReadonlyMap<string, string>;
  /** Of a JWT that is signed, `name: value` each. */
  readonly jwt: readonly string[];
  readonly algorithm: string;
  readonly certificate: string;
}

/** A way to authenticate the client (RFC 6749 section 2.3). */
export interface Method {
  /** As --method takes it. */
  readonly name: string;
  /** As the program takes it. */
  readonly argument: string;
  readonly help: string;
  readonly secrets: readonly Slot[];
  /** The JWT that authenticates the client, where it is signed here. */
  readonly signing?: Signing;
  /** Authenticates by the certificate of --certificate. */
  readonly certificate?: true;
  readonly typescript: (texts: MethodTexts) => string;
  /** Why it would send nothing but what another one sends, or cannot be sent. */
  readonly pointless?: (clientId: string, secret: string | undefined) => boolean;
}

const secretOf = ({ secrets }: MethodTexts) => secrets.get("client_secret") ?? "";

export const METHODS: readonly [Method, ...Method[]] = [
  {
    name: "basic",
    argument: "client_secret_basic",
    help: "HTTP Basic, id and secret form-encoded (RFC 6749 section 2.3.1)",
    secrets: [CLIENT_SECRET],
    typescript: (texts) => `ClientAuthentication.clientSecretBasic(${texts.clientId}, ${secretOf(texts)})`,
  },
  {
    name: "post",
    argument: "client_secret_post",
    help: "id and secret in the request body",
    secrets: [CLIENT_SECRET],
    typescript: (texts) => `ClientAuthentication.clientSecretPost(${texts.clientId}, ${secretOf(texts)})`,
  },
  {
    name: "basic-raw",
    argument: "client_secret_basic_raw",
    help: "HTTP Basic, id and secret as they are, for servers that do not decode them",
    secrets: [CLIENT_SECRET],
    typescript: (texts) =>
      `ClientAuthentication.clientSecretBasic(${texts.clientId}, ${secretOf(texts)}, { raw: true })`,
    // Where nothing has to be encoded, it is what Basic sends; a colon in the id would end the id.
    pointless: (clientId, secret) =>
      clientId.includes(":") || (secret !== undefined && isPlain(clientId) && isPlain(secret)),
  },
  {
    name: "client-assertion",
    argument: "client_assertion",
    help: "a JWT that says who the client is, such as a workload's identity (RFC 7523 section 2.2)",
    secrets: [CLIENT_ASSERTION],
    typescript: ({ clientId, secrets }) =>
      `ClientAuthentication.clientAssertion(${clientId}, ${secrets.get("client_assertion") ?? ""})`,
  },
  {
    name: "private-key-jwt",
    argument: "private_key_jwt",
    help: "a JWT that is signed here with a private key, which takes openssl (RFC 7523 section 2.2)",
    secrets: privateKeySlots("client_assertion"),
    signing: { slot: "client_assertion", by: "private key" },
    typescript: ({ clientId, secrets, jwt, algorithm }) => {
      const passphrase = secrets.get("client_assertion_key_passphrase");
      const props = [
        `algorithm: JwtAlgorithm.${algorithm}`,
        `key: ${secrets.get("client_assertion_key") ?? ""}`,
        ...(passphrase === undefined ? [] : [`keyPassphrase: ${passphrase}`]),
        ...jwt,
      ];
      return `ClientAuthentication.privateKeyJwt(${clientId}, SignedJwt.withPrivateKey({ ${props.join(", ")} }))`;
    },
  },
  {
    name: "client-secret-jwt",
    argument: "client_secret_jwt",
    help: "a JWT that is signed here with the client secret by HS256, which takes openssl",
    secrets: [CLIENT_SECRET],
    signing: { slot: "client_assertion", by: "client secret" },
    typescript: (texts) => {
      const options = texts.jwt.length === 0 ? "" : `, { ${texts.jwt.join(", ")} }`;
      return `ClientAuthentication.clientSecretJwt(${texts.clientId}, ${secretOf(texts)}${options})`;
    },
  },
  {
    name: "tls",
    argument: "tls_client",
    help: "the certificate of --certificate, in the TLS handshake (RFC 8705 section 2)",
    secrets: [],
    certificate: true,
    typescript: (texts) => `ClientAuthentication.tlsClient(${texts.clientId}, ${certificateText(texts)})`,
  },
  {
    name: "none",
    argument: "none",
    help: "the id alone, for a public client",
    secrets: [],
    typescript: ({ clientId }) => `ClientAuthentication.none(${clientId})`,
  },
];

/** A `ClientCertificate`. */
export function certificateText({ secrets, certificate }: MethodTexts): string {
  const passphrase = secrets.get("tls_key_passphrase");
  const props = [
    `certificateFile: ${certificate}`,
    `key: ${secrets.get("tls_key") ?? ""}`,
    ...(passphrase === undefined ? [] : [`keyPassphrase: ${passphrase}`]),
  ];
  return `{ ${props.join(", ")} }`;
}

function isPlain(text: string): boolean {
  return /^[A-Za-z0-9_.~-]*$/.test(text);
}
