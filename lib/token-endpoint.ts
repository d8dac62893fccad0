import { didYouMean } from "./did-you-mean";
import { Faults } from "./faults";
import { genesysCloudTokenEndpoint, REGIONS, regionOf } from "./genesys-cloud-regions";
import { isText } from "./given";
import { readProperties, type Properties } from "./properties";
import { NICE_CXONE_ISSUER_ALLOWED, refuseNiceCxoneIssuer } from "./nice-cxone";
import { holdsToken } from "./terraform/references";
import { checkUrl } from "./terraform/url";

/** Where the NICE CXone authorization API is, for `TokenEndpoint.cxoneAuthorizationApi`. */
export interface CxoneAuthorizationApiOptions {
  /**
   * The environment of `https://api.{environment}.genesyscloud.com`: a region that is known here, such as `us-east-1`. For
   * another one give its host.
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

/** Where NICE CXone is, for `TokenEndpoint.niceCxone`. */
export interface NiceCxoneOptions {
  /**
   * The issuer, such as `https://cxone-gov.niceincontact.com` for FedRAMP.
   *
   * @default "https://cxone.niceincontact.com"
   */
  readonly issuer?: string;
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
    const faults = new Faults("TokenEndpoint.fromUrl");
    if (isText(faults, "the URL", url, "an https:// URL, or a Terraform reference")) checkUrl(faults, url);
    faults.throwAny();
    return new TokenEndpoint(url);
  }

  /**
   * The token endpoint that the issuer's metadata name when Terraform runs, looked for where OpenID Connect Discovery 1.0 section
   * 4 and then RFC 8414 section 3.1 have them. The metadata's issuer must be this one to the letter, redirects are not followed,
   * and the token endpoint must keep the rule of `fromUrl`. With `ClientAuthentication.tlsClient` it is that for mutual TLS, where
   * the server has one (RFC 8705 section 5).
   *
   * @param issuer https, or http on a loopback host; no user information, query or fragment
   * @throws if the issuer breaks the rule
   */
  public static fromIssuer(issuer: string): TokenEndpoint {
    const faults = new Faults("TokenEndpoint.fromIssuer");
    if (isText(faults, "the issuer", issuer, "an https:// URL, or a Terraform reference")) {
      checkUrl(faults, issuer);
      if (faults.none && issuer.replace(/\$\{TfToken\[[^\]]*\]\}/g, "").includes("?"))
        faults.add(
          "invalid-url",
          `the issuer has a query, which no issuer has (RFC 8414 section 2). Give it as the server's metadata write it, such as "${issuer.replace(/\?.*/, "")}".`,
        );
    }
    faults.throwAny();
    return new TokenEndpoint(issuer, "issuer");
  }

  /**
   * The token endpoint `/api/v2/authorization/oauth2/token` of NICE CXone / Genesys Cloud. **Unverified**: it is known from
   * those who run it, and no page of the vendor documents it.
   *
   * What NICE documents instead (https://developer.niceincontact.com) is `niceCxone`. What Genesys documents is
   * `genesysCloud`.
   *
   * @throws if both an environment and a host are given, the environment is not known, or the host is more than a name
   */
  public static cxoneAuthorizationApi(options: CxoneAuthorizationApiOptions = {}): TokenEndpoint {
    const faults = new Faults("TokenEndpoint.cxoneAuthorizationApi");
    const table: Properties<CxoneAuthorizationApiOptions> = {
      environment: { type: "text", allowed: 'a region as text, such as "us-east-1"' },
      host: { type: "text", allowed: 'a host as text, such as "api.mypurecloud.com"' },
    };
    const { values } = readProperties(faults, options, table) ?? faults.throwAll();
    const { environment, host } = values;
    if (environment !== undefined && host !== undefined)
      faults.add(
        "conflicting-properties",
        `both environment "${environment}" and host "${host}" are given. Give one of them.`,
      );
    const region = environment === undefined || holdsToken(environment) ? environment : regionOf(environment);
    if (environment !== undefined && region === undefined)
      faults.add(
        "unknown-region",
        `the environment ${JSON.stringify(environment)} is not known${didYouMean(environment, [...REGIONS.keys()]) || "."} Known: ${[...REGIONS.keys()].join(", ")}. For another one give its host, such as "api.mypurecloud.com".`,
      );
    if (host !== undefined) refuseHost(faults, "host", host, "api.mypurecloud.com");
    faults.throwAny();
    return TokenEndpoint.fromUrl(
      `https://${host ?? (region === undefined ? "api.mypurecloud.com" : `api.${region}.genesyscloud.com`)}/api/v2/authorization/oauth2/token`,
    );
  }

  /**
   * The token endpoint `{issuer}/auth/token` of NICE CXone, as NICE documents it (https://developer.niceincontact.com). With it goes
   * `AccessTokenRequest.password`: the username is the access key id, the password its secret, and the client authenticates by
   * `ClientAuthentication.clientSecretBasic`. `AccessTokenRequest.niceCxone` is all of this in one call.
   *
   * @throws if the issuer is not an https URL
   */
  public static niceCxone(options: NiceCxoneOptions = {}): TokenEndpoint {
    const faults = new Faults("TokenEndpoint.niceCxone");
    const table: Properties<NiceCxoneOptions> = { issuer: { type: "text", allowed: NICE_CXONE_ISSUER_ALLOWED } };
    const { values } = readProperties(faults, options, table) ?? faults.throwAll();
    const { issuer = NICE_CXONE_ISSUER } = values;
    refuseNiceCxoneIssuer(faults, issuer);
    faults.throwAny();
    return new TokenEndpoint(`${issuer.replace(/\/$/, "")}/auth/token`);
  }

  /**
   * The token endpoint `https://login.{domain}/oauth/token` of Genesys Cloud
   * (https://developer.genesys.cloud/authorization/platform-auth/use-client-credentials).
   *
   * @param regionOrDomain an AWS region such as `eu-central-1`, in the spelling of the vendor's SDKs too (`eu_central_1`),
   * or a domain such as `mypurecloud.de`
   * @throws if it is neither a known region nor a domain
   */
  public static genesysCloud(regionOrDomain: string): TokenEndpoint {
    const faults = new Faults("TokenEndpoint.genesysCloud");
    if (isText(faults, "the region or domain", regionOrDomain, 'text, such as "eu-central-1"')) {
      const known = regionOf(regionOrDomain) !== undefined;
      if (!known && !holdsToken(regionOrDomain) && !regionOrDomain.includes("."))
        faults.add(
          "unknown-region",
          `"${regionOrDomain}" is neither a known region nor a domain${didYouMean(regionOrDomain, [...REGIONS.keys()]) || "."} Known regions: ${[...REGIONS.keys()].join(", ")}. For another region give its domain, such as "mypurecloud.com".`,
        );
      else if (!known) refuseHost(faults, "domain", regionOrDomain, "mypurecloud.com");
    }
    faults.throwAny();
    const region = regionOf(regionOrDomain);
    const domain = (region && REGIONS.get(region)) ?? regionOrDomain;
    return TokenEndpoint.fromUrl(genesysCloudTokenEndpoint(domain));
  }

  private constructor(
    /** The URL of the token endpoint, or of the issuer whose metadata name it when Terraform runs. */
    public readonly url: string,
    /** The program's argument of the URL. @internal */
    public readonly _argument: "token_endpoint" | "issuer" = "token_endpoint",
  ) {}
}

const NICE_CXONE_ISSUER = "https://cxone.niceincontact.com";

/** A part of a host: with a slash in it, the secret would go to another place than it seems. */
function refuseHost(faults: Faults, what: string, name: string, example: string): void {
  if (holdsToken(name) || /^[A-Za-z0-9][A-Za-z0-9.-]*(:\d+)?$/.test(name)) return;
  faults.add(
    "invalid-host",
    `${what} is ${JSON.stringify(name)}. Allowed: letters, digits, "-" and ".", such as "${example}", without scheme or path.`,
  );
}
