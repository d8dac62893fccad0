/** A vendor's login of which its source says how it takes JSON, or of which no source says that it does not. */
export interface JsonEndpoint {
  readonly vendor: string;
  /** What its path ends with. */
  readonly path: string;
  /** What its host ends with; any host, where the vendor's servers have many. */
  readonly host?: string;
  /** What shows a server under another name to be the vendor's. */
  readonly shownBy?: {
    /** A part of the name of what the URL or a field comes from. */
    readonly name: string;
    /** A part of the audience that is asked for. */
    readonly audiences: readonly string[];
  };
  /**
   * How it takes JSON: `always`; only `declared` by its Content-Type, without which it is read as a form; or `unclear`,
   * where the vendor's own pages leave it open.
   */
  readonly json: "always" | "declared" | "unclear";
  readonly source: string;
  /** A URL that it is. */
  readonly case: string;
}

/** The known exceptions; a server that only happens to take JSON is not one. */
export const JSON_ENDPOINTS: readonly JsonEndpoint[] = [
  {
    vendor: "NICE CXone, access key",
    path: "/authentication/v1/token/access-key",
    json: "always",
    source: "https://developer.niceincontact.com/Documentation/UserHubGettingStarted",
    case: "https://na1.nice-incontact.com/authentication/v1/token/access-key",
  },
  {
    vendor: "Auth0",
    path: "/oauth/token",
    host: ".auth0.com",
    // A custom domain; the audience is that of the management API.
    shownBy: { name: "auth0", audiences: [".auth0.com", "/api/v2/"] },
    json: "declared",
    source: "https://github.com/hashicorp/terraform-provider-http/issues/304",
    case: "https://acme.eu.auth0.com/oauth/token",
  },
  {
    vendor: "NICE CXone, token endpoint of the issuer",
    path: "/auth/token",
    host: ".niceincontact.com",
    json: "unclear",
    source: "https://developer.niceincontact.com/Documentation/APIAuthenticationAndAuthorization",
    case: "https://cxone.niceincontact.com/auth/token",
  },
  {
    vendor: "NICE inContact, token service",
    path: "/incontactauthorizationserver/token",
    json: "unclear",
    source: "https://developer.niceincontact.com/Documentation/GettingStarted",
    case: "https://api.incontact.com/InContactAuthorizationServer/Token",
  },
  {
    vendor: "Airbyte",
    path: "/v1/applications/token",
    json: "always",
    source: "https://reference.airbyte.com/reference/createaccesstoken",
    case: "https://api.airbyte.com/v1/applications/token",
  },
];

/** Whether a URL without its query is one of a vendor's own. */
export function isEndpoint({ path, host }: JsonEndpoint, url: string): boolean {
  if (!endsWithPath(url, path)) return false;
  if (host === undefined) return true;
  const parts = /^https:\/\/([^/]*)(\/.*)$/i.exec(url.replace(/\/$/, ""));
  const authority = parts?.[1]?.toLowerCase().replace(/:\d+$/, "");
  return authority?.endsWith(host) === true && parts?.[2]?.toLowerCase() === path;
}

export const endsWithPath = (url: string, path: string): boolean => url.toLowerCase().replace(/\/$/, "").endsWith(path);
