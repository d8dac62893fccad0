import { Token } from "cdktf";

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

const REGIONS: Record<string, string> = {
  "us-east-1": "mypurecloud.com",
  "us-east-2": "use2.us-gov-pure.cloud",
  "us-west-2": "usw2.pure.cloud",
  "ca-central-1": "cac1.pure.cloud",
  "mx-central-1": "mxc1.pure.cloud",
  "sa-east-1": "sae1.pure.cloud",
  "eu-west-1": "mypurecloud.ie",
  "eu-west-2": "euw2.pure.cloud",
  "eu-central-1": "mypurecloud.de",
  "eu-central-2": "euc2.pure.cloud",
  "eusc-de-east-1": "edee1.eusc-pure.cloud",
  "me-central-1": "mec1.pure.cloud",
  "ap-south-1": "aps1.pure.cloud",
  "ap-northeast-1": "mypurecloud.jp",
  "ap-northeast-2": "apne2.pure.cloud",
  "ap-northeast-3": "apne3.pure.cloud",
  "ap-southeast-1": "apse1.pure.cloud",
  "ap-southeast-2": "mypurecloud.com.au",
};

/** The token endpoint of an authorization server (RFC 6749 section 3.2). */
export class TokenEndpoint {
  /**
   * A token endpoint by its URL: https, or http on a loopback host; no user information, no fragment. A URL with a
   * Terraform reference is checked by the same rule when Terraform runs.
   *
   * @throws if the URL breaks the rule
   */
  public static fromUrl(url: string): TokenEndpoint {
    if (!Token.isUnresolved(url)) checkUrl(url);
    return new TokenEndpoint(url);
  }

  /**
   * The token endpoint `/api/v2/authorization/oauth2/token` of NICE CXone / Genesys Cloud. It is known from those who run
   * it: no page of the vendor documents it.
   *
   * @throws if both an environment and a host are given
   */
  public static cxoneAuthorizationApi(options: CxoneAuthorizationApiOptions = {}): TokenEndpoint {
    if (options.environment !== undefined && options.host !== undefined)
      throw new Error(
        `TokenEndpoint.cxoneAuthorizationApi: both environment "${options.environment}" and host "${options.host}" are given. Give one of them.`,
      );
    const host =
      options.host ?? (options.environment ? `api.${options.environment}.genesyscloud.com` : "api.mypurecloud.com");
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
    const domain = REGIONS[regionOrDomain] ?? regionOrDomain;
    if (!Token.isUnresolved(domain) && !domain.includes("."))
      throw new Error(
        `TokenEndpoint.genesysCloud: "${regionOrDomain}" is no region known here and no domain. Known regions: ${Object.keys(REGIONS).join(", ")}. For another region give its domain, such as "mypurecloud.com".`,
      );
    return TokenEndpoint.fromUrl(`https://login.${domain}/oauth/token`);
  }

  private constructor(
    /** The URL of the token endpoint. */
    public readonly url: string,
  ) {}
}

function checkUrl(url: string): void {
  const refuse = (why: string): never => {
    const shown = url.replace(/\/\/[^/?#]*@/, "//…@");
    throw new Error(
      `TokenEndpoint: ${why}. Given: "${shown}". Allowed: an https:// URL, or http:// on localhost, 127.0.0.0/8 or [::1], without user information (user@host) or fragment (#). For a value that Terraform knows, pass a reference such as variable.stringValue.`,
    );
  };
  if (/\$\{|%\{/.test(url)) refuse("the URL has a Terraform template written out as text");
  if (/[^!-~]|["\\<>^`{|}]/.test(url) || !URL.canParse(url)) refuse("this is no URL");
  const parsed = new URL(url);
  if (parsed.username !== "" || parsed.password !== "" || /\/\/[^/?]*@/.test(url))
    refuse("the URL has user information");
  if (url.includes("#")) refuse("the URL has a fragment (RFC 6749 section 3.2)");
  const loopback = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(parsed.hostname);
  if (!/^https?:\/\//i.test(url) || (parsed.protocol === "http:" && !loopback)) refuse("the URL is not https");
}
