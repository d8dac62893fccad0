import { genesysCloudTokenEndpoint, REGIONS } from "./genesys-cloud-regions";
import { requireText } from "./given";
import { holdsToken } from "./terraform/references";
import { checkUrl } from "./terraform/url";

/** Where the NICE CXone authorization API is, for `TokenEndpoint.cxoneAuthorizationApi`. */
export interface CxoneAuthorizationApiOptions {
  /**
   * The environment of `https://api.{environment}.genesyscloud.com`, such as `us-east-1`.
   *
   * @default - the host `api.mypurecloud.com`
   */
  readonly environment?: string;
  /**
   * A host of your own, without scheme or path.
   *
   * @default - the host `api.mypurecloud.com`
   */
  readonly host?: string;
}

/** The token endpoint of an authorization server (RFC 6749 section 3.2). */
export class TokenEndpoint {
  /**
   * A token endpoint by its URL: https, or http on a loopback host; no user information, no fragment, no credentials in
   * its query (RFC 6749 sections 2.3.1, 3.2). What only Terraform knows of it is checked by the same rule when Terraform
   * runs.
   *
   * @throws if the URL breaks the rule
   */
  public static fromUrl(url: string): TokenEndpoint {
    requireText("TokenEndpoint.fromUrl: the URL", url, "an https:// URL, or a Terraform reference");
    checkUrl(url);
    return new TokenEndpoint(url);
  }

  /**
   * The token endpoint `/api/v2/authorization/oauth2/token` of NICE CXone / Genesys Cloud. It is known from those who run
   * it: no page of the vendor documents it.
   *
   * @throws if both an environment and a host are given, or one of them is more than a name
   */
  public static cxoneAuthorizationApi(options: CxoneAuthorizationApiOptions = {}): TokenEndpoint {
    if (options.environment !== undefined && options.host !== undefined)
      throw new Error(
        `TokenEndpoint.cxoneAuthorizationApi: both environment "${options.environment}" and host "${options.host}" are given. Give one of them.`,
      );
    checkName("cxoneAuthorizationApi: environment", options.environment, "us-east-1");
    checkName("cxoneAuthorizationApi: host", options.host, "api.mypurecloud.com");
    const host =
      options.host ??
      (options.environment === undefined ? "api.mypurecloud.com" : `api.${options.environment}.genesyscloud.com`);
    return TokenEndpoint.fromUrl(`https://${host}/api/v2/authorization/oauth2/token`);
  }

  /**
   * The token endpoint `https://login.{domain}/oauth/token` of Genesys Cloud
   * (https://developer.genesys.cloud/authorization/platform-auth/use-client-credentials).
   *
   * @param regionOrDomain an AWS region such as `eu-central-1`, or a domain such as `mypurecloud.de`
   * @throws if it is neither a known region nor a domain
   */
  public static genesysCloud(regionOrDomain: string): TokenEndpoint {
    requireText("TokenEndpoint.genesysCloud: the region or domain", regionOrDomain, 'text, such as "eu-central-1"');
    const domain = REGIONS.get(regionOrDomain) ?? regionOrDomain;
    if (!holdsToken(domain) && !domain.includes("."))
      throw new Error(
        `TokenEndpoint.genesysCloud: "${regionOrDomain}" is no region known here and no domain. Known regions: ${[...REGIONS.keys()].join(", ")}. For another region give its domain, such as "mypurecloud.com".`,
      );
    checkName("genesysCloud: domain", domain, "mypurecloud.com");
    return TokenEndpoint.fromUrl(genesysCloudTokenEndpoint(domain));
  }

  private constructor(
    /** The URL of the token endpoint. */
    public readonly url: string,
  ) {}
}

/** A part of a host: with a slash in it, the secret would go to another place than it seems. */
function checkName(what: string, name: string | undefined, example: string): void {
  if (name === undefined || holdsToken(name) || /^[A-Za-z0-9][A-Za-z0-9.-]*(:\d+)?$/.test(name)) return;
  throw new Error(
    `TokenEndpoint.${what} is ${JSON.stringify(name)}. Allowed: letters, digits, "-" and ".", such as "${example}", without scheme or path.`,
  );
}
