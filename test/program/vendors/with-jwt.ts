import { CLOCK, CONSENT, refusal, SIGNATURE, type Vendor } from "./vendor";

const grant_type = "urn:ietf:params:oauth:grant-type:jwt-bearer";

/** Those that take a JWT, which the program signs, as the grant. */
export const WITH_JWT: readonly Vendor[] = [
  {
    example: "salesforce",
    form: { grant_type },
    assertion: {
      key: "SALESFORCE_PRIVATE_KEY",
      claims: { iss: "consumer-key", sub: "terraform@example.com", aud: "https://login.salesforce.com" },
      lifetimeSeconds: 60,
    },
    answer: {
      access_token: "00D!t0ken.",
      scope: "id full",
      instance_url: "https://example.my.salesforce.com",
      id: "https://login.salesforce.com/id/00D/005",
      token_type: "Bearer",
    },
    refusals: [
      refusal(["invalid_grant", "user hasn't approved this consumer"], 31, CONSENT),
      refusal(["invalid_app_access", "user is not admin approved to access this app"], 31, CONSENT),
      refusal(
        ["invalid_grant", "audience is invalid"],
        31,
        "The JWT is for another audience than this server wants: most want the token endpoint's URL, some their issuer.",
      ),
      refusal(
        ["invalid_client_id", "client identifier invalid"],
        31,
        "The server knows no client of this id: check the client id, or the issuer of the JWT, and the host.",
      ),
    ],
  },
  {
    example: "google",
    form: { grant_type },
    assertion: {
      key: "GOOGLE_PRIVATE_KEY",
      claims: {
        iss: "terraform@project.iam.gserviceaccount.com",
        scope: "https://www.googleapis.com/auth/cloud-platform",
      },
      lifetimeSeconds: 60,
    },
    answer: { access_token: "ya29.t0ken", expires_in: 3599, token_type: "Bearer" },
    refusals: [
      refusal(["invalid_grant", "Invalid JWT Signature."], 31, SIGNATURE),
      refusal(
        [
          "invalid_grant",
          "Invalid JWT: Token must be a short-lived token (60 minutes) and in a reasonable timeframe. Check your iat and exp values in the JWT claim.",
        ],
        31,
        CLOCK,
      ),
      refusal(
        ["invalid_grant", "Invalid grant: account not found"],
        31,
        'The server knows no issuer "terraform@project.iam.gserviceaccount.com": check it, and that the host is the one where it exists.',
      ),
      refusal(
        [
          "unauthorized_client",
          "Client is unauthorized to retrieve access tokens using this method, or client not authorized for any of the scopes requested.",
        ],
        32,
        "The client may not ask for these scopes, or not for this user (Google: domain-wide delegation): https://www.googleapis.com/auth/cloud-platform.",
        401,
      ),
      refusal(
        ["invalid_scope", "Invalid OAuth scope or ID token audience provided."],
        32,
        "A scope is misspelt, or not granted to this client: https://www.googleapis.com/auth/cloud-platform.",
      ),
    ],
  },
  {
    example: "docusign",
    form: { grant_type },
    assertion: {
      key: "DOCUSIGN_PRIVATE_KEY",
      claims: {
        iss: "integration-key",
        sub: "00000000-0000-0000-0000-000000000000",
        aud: "account.docusign.com",
        scope: "signature impersonation",
      },
      lifetimeSeconds: 60,
    },
    answer: { access_token: "t0ken", token_type: "Bearer", expires_in: 3600, scope: "signature impersonation" },
    refusals: [
      refusal(["consent_required"], 31, CONSENT),
      refusal(["invalid_grant", "no_valid_keys_or_signatures"], 31, SIGNATURE),
      refusal(
        ["invalid_grant", "issuer_not_found"],
        31,
        'The server knows no issuer "integration-key": check it, and that the host is the one where it exists.',
      ),
      refusal(
        ["invalid_grant", "user_not_found"],
        31,
        'The server knows no user "00000000-0000-0000-0000-000000000000": check the subject, and that the host is the one where the user exists.',
      ),
    ],
  },
  {
    example: "box",
    form: { grant_type, client_id: "client-id", client_secret: "BOX_CLIENT_SECRET" },
    assertion: {
      key: "BOX_PRIVATE_KEY",
      passphrase: "BOX_PASSPHRASE",
      keyId: "public-key-id",
      claims: { iss: "client-id", sub: "1234567", box_sub_type: "enterprise" },
      lifetimeSeconds: 45,
    },
    answer: { access_token: "t0ken", expires_in: 4169, restricted_to: [], token_type: "bearer" },
    refusals: [
      refusal(
        ["invalid_grant", "Please check the 'jti' claim. A unique 'jti' value is required."],
        31,
        "The JWT was used before, and the server takes each one (its jti) once only.",
      ),
      refusal(
        ["invalid_grant", "Current date/time MUST be before the expiration date/time listed in the 'exp' claim"],
        31,
        CLOCK,
      ),
      refusal(
        ["unauthorized_client", "This app is not authorized by the enterprise admin"],
        31,
        "An administrator has to authorize this client on the server first.",
      ),
    ],
  },
];
