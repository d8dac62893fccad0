/** A vendor's login that takes JSON because its source says so. */
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
  readonly source: string;
  /** A URL that it is. */
  readonly case: string;
}

/** The known exceptions; a server that only happens to take JSON is none. */
export const JSON_ENDPOINTS: readonly JsonEndpoint[] = [
  {
    vendor: "NICE CXone, access key",
    path: "/authentication/v1/token/access-key",
    source: "https://developer.niceincontact.com/Documentation/UserHubGettingStarted",
    case: "https://na1.nice-incontact.com/authentication/v1/token/access-key",
  },
  {
    vendor: "Auth0",
    path: "/oauth/token",
    host: ".auth0.com",
    // A custom domain; the audience is that of the management API.
    shownBy: { name: "auth0", audiences: [".auth0.com", "/api/v2/"] },
    source: "https://auth0.com/docs/api/authentication",
    case: "https://acme.eu.auth0.com/oauth/token",
  },
  {
    vendor: "Airbyte",
    path: "/v1/applications/token",
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
