/** A vendor's login that takes JSON because its documentation says so. */
export interface JsonEndpoint {
  readonly vendor: string;
  /** Matches the URL without its query. */
  readonly url: RegExp;
  readonly documentation: string;
}

/** The known exceptions; a server that only happens to take JSON is none. */
export const JSON_ENDPOINTS: readonly JsonEndpoint[] = [
  {
    vendor: "NICE CXone, access key",
    url: /\/authentication\/v1\/token\/access-key\/?$/i,
    documentation: "https://developer.niceincontact.com/Documentation/BackEndAppAuthentication",
  },
  {
    vendor: "Auth0",
    url: /^https:\/\/[^/]*\.auth0\.com(?::\d+)?\/oauth\/token\/?$/i,
    documentation: "https://auth0.com/docs/api/authentication",
  },
  {
    vendor: "Airbyte",
    url: /\/v1\/applications\/token\/?$/i,
    documentation: "https://reference.airbyte.com/reference/createaccesstoken",
  },
];
