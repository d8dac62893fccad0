import { CLIENT, refusal, type Vendor } from "./vendor";

/** Those with a grant of their own, or with one that needs more than the client. */
export const OWN_WAYS: readonly Vendor[] = [
  {
    example: "nice_cxone",
    form: { grant_type: "password", scope: "openid", username: "key-id", password: "ACCESS_KEY_SECRET" },
    basic: { id: "abc123", secret: "CLIENT_SECRET", decodes: true },
    answer: {
      access_token: "t0ken",
      token_type: "Bearer",
      issued_token_type: "urn:ietf:params:oauth:token-type:access_token",
      refresh_token: "refresh",
      expires_in: 3600,
      id_token: "e30.e30.e30",
    },
    refusals: [
      {
        title: "a wrong access key",
        status: 400,
        body: { error: "invalid_grant", errorDescription: "Invalid credentials" },
        code: 31,
        cause: "The username or the password is wrong, or the user is disabled.",
      },
    ],
  },
  {
    example: "zoom",
    form: { grant_type: "account_credentials", account_id: "account-id" },
    basic: { id: "abc123", secret: "CLIENT_SECRET", decodes: true },
    answer: {
      access_token: "t0ken",
      token_type: "bearer",
      expires_in: 3600,
      scope: "user:read:admin",
      api_url: "https://api.zoom.us",
    },
    refusals: [
      {
        title: "Invalid client_id or client_secret",
        status: 400,
        body: { reason: "Invalid client_id or client_secret", error: "invalid_client" },
        code: 31,
        cause: CLIENT,
      },
      {
        title: "unsupported grant type",
        status: 400,
        body: { reason: "unsupported grant type", error: "unsupported_grant_type" },
        code: 32,
        cause: "The grant account_credentials is not enabled for this client on the server.",
      },
    ],
  },
  {
    example: "snowflake",
    form: { grant_type: "refresh_token", refresh_token: "SNOWFLAKE_REFRESH_TOKEN" },
    basic: { id: "client-id", secret: "SNOWFLAKE_CLIENT_SECRET", decodes: false },
    answer: { access_token: "t0ken", expires_in: 600, token_type: "Bearer" },
    refusals: [
      {
        title: "This is an invalid client.",
        status: 400,
        body: {
          data: null,
          message: "This is an invalid client.",
          code: null,
          success: false,
          error: "invalid_client",
        },
        code: 31,
        cause: CLIENT,
        // Other servers do decode what is raw here.
        place: 2,
      },
      refusal(
        ["invalid_grant"],
        31,
        "The refresh token has expired, was revoked, was used before on a server that rotates it, or is another client's.",
      ),
    ],
  },
  {
    example: "ibm_cloud",
    form: { grant_type: "urn:ibm:params:oauth:grant-type:apikey", apikey: "IBM_API_KEY" },
    answer: {
      access_token: "t0ken",
      refresh_token: "not_supported",
      token_type: "Bearer",
      expires_in: 3600,
      expiration: 1764153600,
      scope: "ibm openid",
    },
    refusals: [
      {
        title: "Provided API key could not be found.",
        status: 400,
        body: {
          errorCode: "BXNIM0415E",
          errorMessage: "Provided API key could not be found.",
          context: { requestId: "abc", requestType: "incoming.Identity_Token" },
        },
        code: 31,
        cause: "The API key is wrong for this server, was deleted, or is locked.",
      },
    ],
  },
  {
    example: "vmware_cloud",
    form: { refresh_token: "VMWARE_API_TOKEN" },
    answer: {
      id_token: "e30.e30.e30",
      token_type: "bearer",
      expires_in: 1799,
      scope: "openid",
      access_token: "t0ken",
      refresh_token: "VMWARE_API_TOKEN",
    },
    refusals: [
      {
        title: "an API token that was revoked",
        status: 400,
        body: { statusCode: 400, message: "invalid_grant: Invalid refresh token", cspErrorCode: "csp.token" },
        code: 31,
        cause:
          "The refresh token has expired, was revoked, was used before on a server that rotates it, or is another client's.",
      },
    ],
  },
];
