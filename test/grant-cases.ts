import {
  AccessTokenRequest,
  ClientAuthentication,
  JwtAlgorithm,
  Secret,
  SignedJwt,
  TokenEndpoint,
} from "cdktf-oauth2-token";
import { expect } from "vitest";

const of = (name: string) => Secret.fromEnvironment(name);
const clientAuthentication = ClientAuthentication.clientSecretPost("abc123", of("CLIENT_SECRET"));
const CLIENT = [
  ["client_authentication", "client_secret_post"],
  ["client_id", "abc123"],
];
/** A JWT, as a signature makes it differ each time. */
const JWT = expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/) as string;
const NO_CLIENT = [["client_authentication", "none"]];

export interface GrantCase {
  readonly request: (tokenEndpoint: TokenEndpoint) => AccessTokenRequest;
  /** Its arguments besides the token endpoint. */
  readonly arguments: string[][];
  /** What the program sends, where each secret is its own name in small letters. */
  readonly body: string[][];
}

/** What each grant sends, by the name of its file, and what makes it another case. */
export const GRANTS: Readonly<Record<string, GrantCase>> = {
  "client-credentials": {
    request: (tokenEndpoint) => AccessTokenRequest.clientCredentials({ tokenEndpoint, clientAuthentication }),
    arguments: [["form.grant_type", "client_credentials"], ...CLIENT, ["client_secret.environment", "CLIENT_SECRET"]],
    body: [
      ["grant_type", "client_credentials"],
      ["client_id", "abc123"],
      ["client_secret", "client_secret"],
    ],
  },
  password: {
    request: (tokenEndpoint) =>
      AccessTokenRequest.password({
        tokenEndpoint,
        clientAuthentication,
        username: "key====",
        password: of("PASSWORD"),
      }),
    arguments: [
      ["form.grant_type", "password"],
      ["form.username", "key===="],
      ...CLIENT,
      ["secret", "client_secret"],
      ["secret", "password"],
      ["form_secret.password", "password"],
      ["client_secret.environment", "CLIENT_SECRET"],
      ["password.environment", "PASSWORD"],
    ],
    body: [
      ["grant_type", "password"],
      ["username", "key===="],
      ["password", "password"],
      ["client_id", "abc123"],
      ["client_secret", "client_secret"],
    ],
  },
  "refresh-token": {
    request: (tokenEndpoint) =>
      AccessTokenRequest.refreshToken({
        tokenEndpoint,
        clientAuthentication,
        refreshToken: of("REFRESH_TOKEN"),
      }),
    arguments: [
      ["form.grant_type", "refresh_token"],
      ...CLIENT,
      ["secret", "client_secret"],
      ["secret", "refresh_token"],
      ["form_secret.refresh_token", "refresh_token"],
      ["client_secret.environment", "CLIENT_SECRET"],
      ["refresh_token.environment", "REFRESH_TOKEN"],
    ],
    body: [
      ["grant_type", "refresh_token"],
      ["refresh_token", "refresh_token"],
      ["client_id", "abc123"],
      ["client_secret", "client_secret"],
    ],
  },
  "jwt-bearer": {
    request: (tokenEndpoint) => AccessTokenRequest.jwtBearer({ tokenEndpoint, assertion: of("JWT"), scopes: ["a"] }),
    arguments: [
      ["form.grant_type", "urn:ietf:params:oauth:grant-type:jwt-bearer"],
      ["form.scope", "a"],
      ...NO_CLIENT,
      ["secret", "assertion"],
      ["form_secret.assertion", "assertion"],
      ["assertion.environment", "JWT"],
    ],
    body: [
      ["grant_type", "urn:ietf:params:oauth:grant-type:jwt-bearer"],
      ["scope", "a"],
      ["assertion", "jwt"],
    ],
  },
  "jwt-bearer, signed by the program": {
    request: (tokenEndpoint) =>
      AccessTokenRequest.jwtBearer({
        tokenEndpoint,
        signedAssertion: SignedJwt.withPrivateKey({
          algorithm: JwtAlgorithm.ES256,
          key: of("PRIVATE_KEY"),
          issuer: "i&i",
          subject: "jane",
          audience: "https://login.example.com",
          claims: { box_sub_type: "enterprise" },
          lifetimeSeconds: 30,
        }),
      }),
    arguments: [
      ["form.grant_type", "urn:ietf:params:oauth:grant-type:jwt-bearer"],
      ...NO_CLIENT,
      ["secret", "assertion_key"],
      ["secret", "assertion"],
      ["form_secret.assertion", "assertion"],
      ["assertion_key.environment", "PRIVATE_KEY"],
      ["jwt", "assertion"],
      ["jwt.assertion.algorithm", "ES256"],
      ["jwt.assertion.key", "assertion_key"],
      ["jwt.assertion.lifetime", "30"],
      ["jwt.assertion.claim.iss", "i&i"],
      ["jwt.assertion.claim.sub", "jane"],
      ["jwt.assertion.claim.aud", "https://login.example.com"],
      ["jwt.assertion.claim.box_sub_type", "enterprise"],
    ],
    body: [
      ["grant_type", "urn:ietf:params:oauth:grant-type:jwt-bearer"],
      ["assertion", JWT],
    ],
  },
  "token-exchange": {
    request: (tokenEndpoint) =>
      AccessTokenRequest.tokenExchange({
        tokenEndpoint,
        subjectToken: of("SUBJECT"),
        subjectTokenType: "urn:ietf:params:oauth:token-type:jwt",
        actorToken: of("ACTOR"),
        actorTokenType: "urn:ietf:params:oauth:token-type:id_token",
        requestedTokenType: "urn:ietf:params:oauth:token-type:access_token",
        audiences: ["one", "two"],
        resources: ["https://api.example.com/"],
      }),
    arguments: [
      ["form.grant_type", "urn:ietf:params:oauth:grant-type:token-exchange"],
      ["form.resource", "https://api.example.com/"],
      ["form.audience", "one"],
      ["form.audience", "two"],
      ["form.requested_token_type", "urn:ietf:params:oauth:token-type:access_token"],
      ["form.subject_token_type", "urn:ietf:params:oauth:token-type:jwt"],
      ["form.actor_token_type", "urn:ietf:params:oauth:token-type:id_token"],
      ...NO_CLIENT,
      ["secret", "subject_token"],
      ["secret", "actor_token"],
      ["form_secret.subject_token", "subject_token"],
      ["form_secret.actor_token", "actor_token"],
      ["subject_token.environment", "SUBJECT"],
      ["actor_token.environment", "ACTOR"],
    ],
    body: [
      ["grant_type", "urn:ietf:params:oauth:grant-type:token-exchange"],
      ["resource", "https://api.example.com/"],
      ["audience", "one"],
      ["audience", "two"],
      ["requested_token_type", "urn:ietf:params:oauth:token-type:access_token"],
      ["subject_token_type", "urn:ietf:params:oauth:token-type:jwt"],
      ["actor_token_type", "urn:ietf:params:oauth:token-type:id_token"],
      ["subject_token", "subject"],
      ["actor_token", "actor"],
    ],
  },
  extension: {
    request: (tokenEndpoint) =>
      AccessTokenRequest.extension("urn:ibm:params:oauth:grant-type:apikey", {
        tokenEndpoint,
        secretParameters: { apikey: of("API_KEY"), "x-Y": of("OTHER"), "x.y": of("OTHER") },
      }),
    arguments: [
      ["form.grant_type", "urn:ibm:params:oauth:grant-type:apikey"],
      ...NO_CLIENT,
      ["secret", "apikey"],
      ["secret", "x_y"],
      ["secret", "x_y_2"],
      ["form_secret.apikey", "apikey"],
      ["form_secret.x-Y", "x_y"],
      ["form_secret.x.y", "x_y_2"],
      ["apikey.environment", "API_KEY"],
      ["x_y.environment", "OTHER"],
      ["x_y_2.environment", "OTHER"],
    ],
    body: [
      ["grant_type", "urn:ibm:params:oauth:grant-type:apikey"],
      ["apikey", "api_key"],
      ["x-Y", "other"],
      ["x.y", "other"],
    ],
  },
};

const withMethod = (clientAuthentication: ClientAuthentication, sent: string[][], body: string[][]): GrantCase => ({
  request: (tokenEndpoint) => AccessTokenRequest.clientCredentials({ tokenEndpoint, clientAuthentication }),
  arguments: [["form.grant_type", "client_credentials"], ...sent],
  body: [["grant_type", "client_credentials"], ...body],
});

/** What each way to authenticate the client sends, by the name of its file. */
export const METHODS: Readonly<Record<string, GrantCase>> = {
  "client-secret-post": withMethod(
    clientAuthentication,
    [...CLIENT, ["client_secret.environment", "CLIENT_SECRET"]],
    [
      ["client_id", "abc123"],
      ["client_secret", "client_secret"],
    ],
  ),
  "client-secret-basic": withMethod(
    ClientAuthentication.clientSecretBasic("a:b", of("CLIENT_SECRET")),
    [
      ["client_authentication", "client_secret_basic"],
      ["client_id", "a:b"],
      ["client_secret.environment", "CLIENT_SECRET"],
    ],
    [],
  ),
  none: withMethod(
    ClientAuthentication.none("abc123"),
    [
      ["client_authentication", "none"],
      ["client_id", "abc123"],
    ],
    [["client_id", "abc123"]],
  ),
  "client-assertion": withMethod(
    ClientAuthentication.clientAssertion("abc123", of("JWT")),
    [
      ["client_authentication", "client_assertion"],
      ["client_id", "abc123"],
      ["secret", "client_assertion"],
      ["client_assertion.environment", "JWT"],
    ],
    [
      ["client_id", "abc123"],
      ["client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"],
      ["client_assertion", "jwt"],
    ],
  ),
  "private-key-jwt": withMethod(
    ClientAuthentication.privateKeyJwt(
      "abc123",
      SignedJwt.withPrivateKey({
        algorithm: JwtAlgorithm.ES256,
        key: of("PRIVATE_KEY"),
        keyPassphrase: of("OTHER"),
        keyId: "key 1",
        certificateThumbprint: "AAECAwQFBgcICQoLDA0ODxAREhM",
      }),
    ),
    [
      ["client_authentication", "private_key_jwt"],
      ["client_id", "abc123"],
      ["secret", "client_assertion_key"],
      ["secret", "client_assertion_key_passphrase"],
      ["secret", "client_assertion"],
      ["client_assertion_key.environment", "PRIVATE_KEY"],
      ["client_assertion_key_passphrase.environment", "OTHER"],
      ["jwt", "client_assertion"],
      ["jwt.client_assertion.algorithm", "ES256"],
      ["jwt.client_assertion.key", "client_assertion_key"],
      ["jwt.client_assertion.passphrase", "client_assertion_key_passphrase"],
      ["jwt.client_assertion.key_id", "key 1"],
      ["jwt.client_assertion.thumbprint", "AAECAwQFBgcICQoLDA0ODxAREhM"],
      ["jwt.client_assertion.claim.iss", "abc123"],
      ["jwt.client_assertion.claim.sub", "abc123"],
    ],
    [
      ["client_id", "abc123"],
      ["client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"],
      ["client_assertion", JWT],
    ],
  ),
  "client-secret-jwt": withMethod(
    ClientAuthentication.clientSecretJwt("abc123", of("CLIENT_SECRET"), { audience: "https://login.example.com" }),
    [
      ["client_authentication", "client_secret_jwt"],
      ["client_id", "abc123"],
      ["secret", "client_secret"],
      ["secret", "client_assertion"],
      ["client_secret.environment", "CLIENT_SECRET"],
      ["jwt", "client_assertion"],
      ["jwt.client_assertion.algorithm", "HS256"],
      ["jwt.client_assertion.key", "client_secret"],
      ["jwt.client_assertion.claim.iss", "abc123"],
      ["jwt.client_assertion.claim.sub", "abc123"],
      ["jwt.client_assertion.claim.aud", "https://login.example.com"],
    ],
    [
      ["client_id", "abc123"],
      ["client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"],
      ["client_assertion", JWT],
    ],
  ),
  "tls-client": withMethod(
    ClientAuthentication.tlsClient("abc123", {
      certificateFile: "/etc/keys/client.pem",
      key: Secret.fromFile("/etc/keys/client key.pem"),
      keyPassphrase: of("OTHER"),
    }),
    [
      ["client_authentication", "tls_client"],
      ["client_id", "abc123"],
      ["tls.certificate", "/etc/keys/client.pem"],
      ["tls.key", "/etc/keys/client key.pem"],
      ["secret", "tls_key_passphrase"],
      ["tls_key_passphrase.environment", "OTHER"],
    ],
    [["client_id", "abc123"]],
  ),
};
