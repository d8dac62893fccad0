import { CLIENT, refusal, type Vendor } from "./vendor";

const grant_type = "client_credentials";
const post = { client_id: "abc123", client_secret: "CLIENT_SECRET" };
const basic = { id: "abc123", secret: "CLIENT_SECRET", decodes: true };

/** Those that know the client by its secret. */
export const WITH_CLIENT: readonly Vendor[] = [
  {
    example: "genesys_cloud",
    form: { grant_type },
    basic,
    answer: { access_token: "t0ken", token_type: "bearer", expires_in: 86399 },
    refusals: [
      {
        title: "an unknown client, or one of another region",
        status: 400,
        body: { error: "invalid_client", description: "client not found", error_description: "client not found" },
        code: 31,
        cause: CLIENT,
      },
      {
        title: "too many requests",
        status: 400,
        body: {
          error: "invalid_request",
          description: "rate limit exceeded",
          error_description: "rate limit exceeded",
        },
        code: 33,
        cause: "Too many access token requests: wait, and share one construct where the same request is made twice.",
      },
    ],
  },
  {
    example: "cxone_authorization_api",
    form: { grant_type, scope: "urn:nice:cxone:platform:api", ...post },
    answer: { access_token: "t0ken", token_type: "Bearer", expires_in: 3600 },
    refusals: [refusal(["invalid_client"], 31, CLIENT, 401)],
  },
  {
    example: "keycloak",
    form: { grant_type },
    basic: { ...basic, id: "orders-job" },
    answer: {
      access_token: "t0ken",
      expires_in: 300,
      refresh_expires_in: 0,
      token_type: "Bearer",
      "not-before-policy": 0,
      scope: "profile email",
    },
    refusals: [
      refusal(["unauthorized_client", "Invalid client or Invalid client credentials"], 31, CLIENT, 401),
      refusal(
        ["unauthorized_client", "Client not enabled to retrieve service account"],
        32,
        'The grant client_credentials is not enabled for this client on the server. In Keycloak this is "Service accounts roles".',
        401,
      ),
    ],
  },
  {
    example: "entra_id",
    form: { grant_type, scope: "https://graph.microsoft.com/.default", ...post },
    answer: { token_type: "Bearer", expires_in: 3599, ext_expires_in: 3599, access_token: "t0ken" },
    refusals: [
      refusal(
        [
          "invalid_client",
          "AADSTS7000215: Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app 'abc123'.",
        ],
        31,
        "The client secret is wrong for this server: check that it is the secret's value, and not its id.",
        401,
      ),
      refusal(
        ["invalid_client", "AADSTS7000222: The provided client secret keys for app 'abc123' are expired."],
        31,
        "The client secret has expired: make a new one on the server.",
        401,
      ),
      refusal(
        [
          "unauthorized_client",
          "AADSTS700016: Application with identifier 'abc123' was not found in the directory 'Contoso'.",
        ],
        31,
        "The client does not exist in this tenant: check the client id, and the tenant in the URL.",
      ),
      refusal(
        ["invalid_request", "AADSTS90002: Tenant '00000000-0000-0000-0000-000000000000' not found."],
        32,
        "The tenant in the URL does not exist: check the URL.",
      ),
    ],
  },
  {
    example: "okta",
    form: { grant_type, scope: "orders_read" },
    basic,
    answer: { token_type: "Bearer", expires_in: 3600, access_token: "t0ken", scope: "orders_read" },
    refusals: [
      {
        title: "an unknown client",
        status: 401,
        body: {
          errorCode: "invalid_client",
          errorSummary: "Invalid value for 'client_id' parameter.",
          errorLink: "invalid_client",
          errorId: "oae",
          errorCauses: [],
        },
        code: 31,
        cause: CLIENT,
      },
      refusal(
        ["invalid_scope", "One or more scopes are not configured for the authorization server resource."],
        32,
        "A scope is misspelt, or not granted to this client: orders_read.",
      ),
    ],
  },
  {
    example: "auth0",
    form: { grant_type, audience: "https://api.example.com/", ...post },
    answer: { access_token: "t0ken", expires_in: 86400, token_type: "Bearer" },
    refusals: [
      refusal(["access_denied", "Unauthorized"], 31, CLIENT, 401),
      refusal(
        ["access_denied", "Service not enabled within domain: https://api.example.com/"],
        32,
        'The audience "https://api.example.com/" names no API of this server.',
        403,
      ),
      refusal(
        [
          "access_denied",
          'Client is not authorized to access "https://api.example.com/". You need to create a "client-grant" associated to this API.',
        ],
        32,
        'The audience "https://api.example.com/" is that of an API for which the client is not authorized: allow it on the server.',
        403,
      ),
    ],
  },
  {
    example: "cognito",
    form: { grant_type, scope: "https://api.example.com/read" },
    basic,
    answer: { access_token: "t0ken", expires_in: 3600, token_type: "Bearer" },
    refusals: [
      refusal(["invalid_client"], 31, CLIENT),
      refusal(
        ["invalid_scope"],
        32,
        "A scope is misspelt, or not granted to this client: https://api.example.com/read.",
      ),
    ],
  },
  {
    example: "salesforce_client",
    form: { grant_type, client_id: "consumer-key", client_secret: "SALESFORCE_CONSUMER_SECRET" },
    answer: {
      access_token: "00D!t0ken.",
      signature: "c2lnbmF0dXJl",
      scope: "api",
      instance_url: "https://example.my.salesforce.com",
      id: "https://login.salesforce.com/id/00D/005",
      token_type: "Bearer",
      issued_at: "1764150000000",
    },
    refusals: [
      refusal(["invalid_client", "invalid client credentials"], 31, CLIENT),
      refusal(
        ["invalid_grant", "no client credentials user enabled"],
        31,
        'The client has no user to act as: name one on the server (Salesforce: "Run As" in the app\'s policy).',
      ),
      refusal(
        ["invalid_grant", "request not supported on this domain"],
        32,
        "The grant works at the organization's own host only: give its token endpoint (Salesforce: My Domain).",
      ),
    ],
  },
  {
    example: "servicenow",
    form: { grant_type, ...post },
    answer: { access_token: "t0ken", scope: "useraccount", token_type: "Bearer", expires_in: 1799 },
    refusals: [
      refusal(
        ["server_error", "access_denied"],
        31,
        "The client id or secret is wrong, or the client may not use this grant: in ServiceNow, check that the grant is switched on, and that the client has an OAuth application user.",
        401,
      ),
    ],
  },
  {
    example: "databricks",
    form: { grant_type, scope: "all-apis" },
    basic,
    answer: { access_token: "t0ken", scope: "all-apis", token_type: "Bearer", expires_in: 3600 },
    refusals: [refusal(["invalid_client", "Client authentication failed"], 31, CLIENT, 401)],
  },
  {
    example: "sap_btp",
    form: { grant_type, client_id: "sb-orders!t1234", client_secret: "SAP_CLIENT_SECRET" },
    answer: {
      access_token: "t0ken",
      token_type: "bearer",
      expires_in: 43199,
      scope: "uaa.resource",
      jti: "2f3e",
    },
    refusals: [
      refusal(["unauthorized", "Bad credentials"], 31, CLIENT, 401),
      {
        title: "Bad credentials, as XML",
        status: 401,
        body: "<UnauthorizedException><error>unauthorized</error><error_description>Bad credentials</error_description></UnauthorizedException>",
        code: 31,
        cause: CLIENT,
      },
      {
        title: "a subdomain that does not exist",
        status: 404,
        body: "<html><body><h1>404 Not Found</h1></body></html>",
        code: 35,
        cause: "The path is not that of the token endpoint: check the URL.",
      },
    ],
  },
];
