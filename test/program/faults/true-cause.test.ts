import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startScriptedServer, type ScriptedServer } from "../../server/scripted-server";
import { requestArguments, runProgram } from "../run-program";

interface Answer {
  readonly status: number;
  readonly headers?: Record<string, string>;
  readonly body?: object | string;
}

interface Case {
  /** What is behind it, and which server answers so. */
  readonly title: string;
  readonly answer: Answer;
  readonly path?: string;
  readonly secret?: string;
  readonly clientId?: string;
  readonly method?: string;
  readonly further?: string[];
  readonly code: number;
  /** The first cause that is told. */
  readonly cause: string;
  /** What must not be told. */
  readonly not?: RegExp;
}

const error = (status: number, name: string, description?: string, headers = {}): Answer => ({
  status,
  headers,
  body: { error: name, ...(description === undefined ? {} : { error_description: description }) },
});

const NOT_ENABLED = "The grant client_credentials is not enabled for this client on the server.";
const CLIENT =
  "The client id or secret is wrong for this server, was rotated, or the client is disabled there: check both, and the host.";
const LEAVE_RAW_OUT =
  "The server decodes Basic credentials, as RFC 6749 section 2.3.1 asks, and these are raw: leave raw out.";
const JWT =
  "The server knows this client by a signed JWT: use ClientAuthentication.privateKeyJwt or clientSecretJwt, as the server has it.";
const CERTIFICATE =
  "The server wants a client certificate (mutual TLS, RFC 8705) of this client: use ClientAuthentication.tlsClient, or give the request a certificate.";
const hydra = (wanted: string, sent: string): Answer =>
  error(
    401,
    "invalid_client",
    `Client authentication failed (e.g., unknown client, no client authentication included, or unsupported authentication method). The OAuth 2.0 Client supports client authentication method '${wanted}', but method '${sent}' was requested. You must configure the OAuth 2.0 client's 'token_endpoint_auth_method' value to accept 'client_secret_post'.`,
  );

/** What Keycloak 26, Ory Hydra 2.3, go-oauth2 4.5 and Genesys Cloud answer, and what is behind it. */
const CASES: readonly Case[] = [
  {
    title: "a client without service account (Keycloak)",
    answer: error(401, "unauthorized_client", "Client not enabled to retrieve service account"),
    code: 32,
    cause: `${NOT_ENABLED} In Keycloak this is "Service accounts roles".`,
  },
  {
    title: "a public client (Keycloak)",
    answer: error(401, "unauthorized_client", "Public client not allowed to retrieve service account"),
    code: 31,
    cause:
      "This client is public on the server, and a public client has no grant client_credentials: make it confidential there, or use another client.",
  },
  {
    title: "a service account's disabled user (Keycloak)",
    answer: error(401, "invalid_request", "User 'service-account-x' disabled"),
    code: 31,
    cause: "The client, or the user that it acts for, is disabled on the server.",
  },
  {
    title: "a client that is known by a signed JWT (Keycloak)",
    answer: error(400, "invalid_client", "Parameter client_assertion_type is missing"),
    code: 31,
    cause: JWT,
  },
  {
    title: "a client that is known by its certificate (Keycloak)",
    answer: error(400, "invalid_client", "Missing client_id parameter"),
    method: "client_secret_basic",
    code: 31,
    cause:
      "The server reads the client id from the form only, as it does for a client that is known by its certificate: use ClientAuthentication.clientSecretPost, or tlsClient.",
  },
  ...(
    [
      ["client_secret_basic", "client_secret_basic (HTTP Basic)", "clientSecretBasic"],
      ["none", "none", "none"],
      ["private_key_jwt", "private_key_jwt", "privateKeyJwt"],
    ] as const
  ).map(([wanted, words, factory]) => ({
    title: `a client whose method is ${wanted} (Ory Hydra)`,
    answer: hydra(wanted, "client_secret_post"),
    code: 31,
    cause: `The server wants ${words} of this client: use ClientAuthentication.${factory}.`,
  })),
  {
    title: "a client whose method is client_secret_post, asked by Basic (Ory Hydra)",
    answer: hydra("client_secret_post", "client_secret_basic"),
    method: "client_secret_basic",
    code: 31,
    cause:
      "The server wants client_secret_post (id and secret in the form) of this client: use ClientAuthentication.clientSecretPost.",
  },
  {
    title: "raw credentials that cannot be decoded (Keycloak)",
    answer: error(400, "unauthorized_client", "Unexpected error when authenticating client"),
    secret: "100%",
    method: "client_secret_basic_raw",
    code: 31,
    cause: LEAVE_RAW_OUT,
  },
  {
    title: "raw credentials that cannot be decoded (Ory Hydra)",
    answer: error(
      400,
      "invalid_request",
      "The request is missing a required parameter. The client secret in the HTTP authorization header could not be decoded from 'application/x-www-form-urlencoded'.",
    ),
    secret: "a%zz",
    method: "client_secret_basic_raw",
    code: 31,
    cause: LEAVE_RAW_OUT,
  },
  ...["ab%41cd", "a+b"].map((secret) => ({
    title: `the raw secret ${secret}`,
    answer: error(401, "invalid_client"),
    secret,
    method: "client_secret_basic_raw",
    code: 31,
    cause: LEAVE_RAW_OUT,
    not: /percent-encoded/,
  })),
  {
    title: "a client bound to DPoP (Keycloak)",
    answer: error(400, "invalid_dpop_proof", "DPoP proof is missing"),
    code: 31,
    cause:
      "The server wants tokens of this client bound by DPoP (RFC 9449), which this library does not offer: switch it off for this client on the server.",
  },
  {
    title: "a client whose tokens are bound to a certificate (Keycloak)",
    answer: error(400, "invalid_request", "Client Certification missing for MTLS HoK Token Binding"),
    code: 31,
    cause: CERTIFICATE,
  },
  {
    title: "TLS that ends before the server (Keycloak)",
    answer: error(403, "invalid_request", "HTTPS required"),
    code: 32,
    cause:
      "The server takes the request for one by plain http: where TLS ends before it, its operator must let it trust the proxy's headers (X-Forwarded-Proto), or else give the https:// URL.",
  },
  {
    title: "a disabled realm (Keycloak)",
    answer: error(403, "access_denied", "Realm not enabled"),
    code: 32,
    cause: "The realm is disabled on the server.",
  },
  {
    title: "the URL of an API",
    answer: { status: 401, headers: { "WWW-Authenticate": 'Bearer realm="x"' } },
    code: 31,
    cause:
      'The URL is that of an API or a page that takes tokens (it challenges with "Bearer"): give that of the token endpoint.',
    not: /secret is wrong/,
  },
  {
    title: "the URL of a page with single sign-on",
    answer: { status: 401, headers: { "WWW-Authenticate": "Negotiate" } },
    code: 31,
    cause:
      'The URL is that of an API or a page that takes tokens (it challenges with "Negotiate"): give that of the token endpoint.',
  },
  {
    title: "the URL of the account console (Keycloak)",
    answer: { status: 401, body: { error: "HTTP 401 Unauthorized" } },
    code: 32,
    cause: "The URL is not that of the token endpoint: what answered gives no OAuth 2.0 error (RFC 6749 section 5.2).",
  },
  ...(
    [
      ["auth", "the authorization endpoint"],
      ["userinfo", "the userinfo endpoint"],
      ["saml", "the SAML endpoint"],
      ["ext/par/request", "the pushed authorization request endpoint"],
      ["revoke", "the revocation endpoint"],
      ["auth/device", "the device authorization endpoint"],
    ] as const
  ).map(([path, endpoint]) => ({
    title: `the URL of ${endpoint} (Keycloak)`,
    answer: { status: 400, body: "<html>Invalid Request</html>" },
    path: `/realms/r1/protocol/openid-connect/${path}`,
    code: 32,
    cause: `The URL looks like that of ${endpoint}: give that of the token endpoint.`,
  })),
  {
    title: "the URL of the introspection endpoint (Keycloak)",
    answer: error(400, "invalid_request", "Token not provided."),
    code: 32,
    cause: "The URL is that of the introspection or revocation endpoint: give that of the token endpoint.",
  },
  {
    title: "an unknown client id (go-oauth2)",
    answer: error(500, "server_error", "The authorization server encountered an unexpected condition"),
    code: 34,
    cause:
      "The server failed on this client. Some servers (those built on go-oauth2 among them) do so for a client id that they do not know: check the client id.",
  },
  {
    title: "a secret of letters only, where encoding cannot matter",
    answer: error(401, "invalid_client"),
    secret: "letters",
    method: "client_secret_basic",
    code: 31,
    cause: CLIENT,
    not: /raw/,
  },
  {
    title: "a secret that begins with a space",
    answer: error(401, "invalid_client"),
    secret: " secret",
    code: 31,
    cause: "The client secret begins with white space: remove it where the secret is kept.",
  },
  {
    title: "a secret in quotes",
    answer: error(401, "invalid_client"),
    secret: '"secret"',
    code: 31,
    cause: "The client secret has quotes around it, which are sent as a part of it: remove them where it is kept.",
  },
  {
    title: "a secret behind a byte order mark",
    answer: error(401, "invalid_client"),
    secret: "\u{FEFF}secret",
    code: 31,
    cause: "The client secret begins with a byte order mark: save its file without one.",
  },
  {
    title: "a secret with a Windows line end",
    answer: error(401, "invalid_client"),
    secret: "secret\r",
    code: 31,
    cause: "The client secret holds a carriage return (its file has Windows line ends): remove it.",
  },
  {
    title: "an id that ends with a space",
    answer: error(401, "invalid_client"),
    clientId: "abc123 ",
    code: 31,
    cause: "The client id begins or ends with white space: remove it.",
  },
  {
    title: "an audience that is not allowed (Ory Hydra)",
    answer: error(
      400,
      "invalid_request",
      "The request is missing a required parameter. Requested audience 'https://api.example' has not been whitelisted by the OAuth 2.0 Client.",
    ),
    further: ["form.audience=https%3A%2F%2Fapi.example"],
    code: 32,
    cause: 'The audience "https://api.example" is missing, misspelt, or not allowed for this client.',
  },
  {
    title: "a disabled client, told as a wrong secret (Keycloak)",
    answer: error(401, "invalid_client", "Invalid client or Invalid client credentials"),
    code: 31,
    cause: CLIENT,
  },
  {
    title: "a wrong secret, told as unauthorized_client (Keycloak)",
    answer: error(401, "unauthorized_client", "Invalid client or Invalid client credentials"),
    code: 31,
    cause: CLIENT,
  },
  {
    title: "wrong credentials of a user (Keycloak)",
    answer: error(401, "invalid_grant", "Invalid user credentials"),
    further: ["form.grant_type=password"],
    code: 31,
    cause: "The username or the password is wrong, or the user is disabled.",
  },
  {
    title: "a form that the server did not understand (Keycloak)",
    answer: error(400, "invalid_request", "Missing form parameter: grant_type"),
    code: 32,
    cause:
      "A parameter that this server wants is missing: the server did not understand the form, so the URL may not be that of the token endpoint.",
  },
  {
    title: "a JWT that has expired (Ory Hydra)",
    answer: error(500, "error", "The error is unrecognizable"),
    further: ["form.grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer"],
    code: 34,
    cause:
      "The server failed on the JWT. Some servers (Ory Hydra among them) do so where it has expired: check this machine's clock, and where the JWT comes from.",
  },
];

describe("the first cause that is told is the true one", () => {
  let server: ScriptedServer;
  let answer: Answer;
  beforeAll(async () => {
    server = await startScriptedServer((_, response) => {
      const { status, headers = {}, body = "" } = answer;
      response.writeHead(status, headers).end(typeof body === "string" ? body : JSON.stringify(body));
    });
  });
  afterAll(() => server.close());

  it.each(CASES.map((one) => [one.title, one] as const))("for %s", async (_, one) => {
    answer = one.answer;
    const url = one.path === undefined ? server.url : new URL(one.path, server.url).href;
    const args = requestArguments(url, `client_authentication=${one.method ?? "client_secret_post"}`);
    if (one.clientId !== undefined) args.push(`client_id=${encodeURIComponent(one.clientId)}`);
    const SECRET = one.secret ?? "s3cr3t+/=$";
    const { code, stdout, stderr } = await runProgram(["/bin/sh"], [...args, ...(one.further ?? [])], { SECRET });
    const [, first] = /Likely causes, most likely first:\n {2}- (.*)\n/.exec(stderr) ?? [];
    expect({ code, first, stdout }).toEqual({ code: one.code, first: one.cause, stdout: "" });
    if (one.not) expect(stderr).not.toMatch(one.not);
  });

  it.each(["errorDescription", "message", "detail", "errorSummary"])("and %s counts as a description", async (name) => {
    answer = { status: 400, body: { error: "invalid_client", [name]: "Parameter client_assertion_type is missing" } };
    const { stderr } = await runProgram(["/bin/sh"], requestArguments(server.url), { SECRET: "kq7-Zw" });
    expect(stderr).toContain(`  ${name}: Parameter client_assertion_type is missing\n`);
    expect(stderr).toContain(JWT);
  });

  it("and tells when to try again", async () => {
    answer = { status: 429, headers: { "Retry-After": "17" } };
    const { code, stderr } = await runProgram(["/bin/sh"], requestArguments(server.url), { SECRET: "kq7-Zw" });
    expect(code).toBe(33);
    expect(stderr).toContain("  retry after: 17 seconds\n");
  });
});
