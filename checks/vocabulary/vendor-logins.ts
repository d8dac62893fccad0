/** A vendor's own exchange of a credential for an access token, which no grant and no field of OAuth tells. */
export interface VendorLogin {
  readonly vendor: string;
  /** What its path ends with; `*` is any one segment. */
  readonly path: string;
  /** What its host ends with, where the path alone may be that of others. */
  readonly host?: string;
  /** A part of its host, where each of its users has a server of their own. */
  readonly named?: string;
  /** The credentials lie deeper in the body than at its top. */
  readonly nested?: true;
  /** A field with the credential that is another's name elsewhere. */
  readonly credential?: string;
  /** What the vendor reads the body as; where that is JSON, it is no mistake. */
  readonly body: "form" | "json" | "either";
  readonly source: string;
  readonly case: string;
}

export const VENDOR_LOGINS: readonly VendorLogin[] = [
  {
    vendor: "VMware Cloud Services and Aria Automation",
    path: "/csp/gateway/am/api/auth/api-tokens/authorize",
    body: "either",
    source:
      "https://developer.broadcom.com/xapis/vrealize-automation-identity-api/latest/csp/gateway/am/api/auth/api-tokens/authorize/post",
    case: "https://console.cloud.vmware.com/csp/gateway/am/api/auth/api-tokens/authorize",
  },
  {
    vendor: "Prisma Cloud",
    path: "/login",
    host: ".prismacloud.io",
    body: "json",
    source: "https://pan.dev/prisma-cloud/api/cspm/app-login/",
    case: "https://api2.eu.prismacloud.io/login",
  },
  {
    vendor: "GitHub, tokens of an app's installation",
    path: "/app/installations/*/access_tokens",
    body: "json",
    source: "https://docs.github.com/en/rest/apps/apps#create-an-installation-access-token-for-an-app",
    case: "https://api.github.com/app/installations/77/access_tokens",
  },
  {
    vendor: "OpenStack Keystone",
    path: "/v3/auth/tokens",
    nested: true,
    body: "json",
    source: "https://docs.openstack.org/api-ref/identity/v3/#authentication-and-token-management",
    case: "https://cloud.example:5000/v3/auth/tokens",
  },
  {
    vendor: "Infisical, machine identities",
    path: "/v1/auth/universal-auth/login",
    body: "json",
    source: "https://infisical.com/docs/source/platform/identities/universal-auth",
    case: "https://app.infisical.com/api/v1/auth/universal-auth/login",
  },
  {
    vendor: "ZenML",
    path: "/api/v1/login",
    named: "zenml",
    body: "form",
    source: "https://docs.zenml.io/reference/api-reference",
    case: "https://zenml.acme.example/api/v1/login",
  },
  {
    vendor: "Firefly",
    path: "/login",
    host: ".firefly.ai",
    body: "json",
    source: "https://docs.firefly.ai/general-information/api/auth",
    case: "https://api.firefly.ai/api/v1.0/login",
  },
  {
    vendor: "Check Point Infinity Portal",
    path: "/auth/external",
    host: ".portal.checkpoint.com",
    credential: "access_key",
    body: "json",
    source:
      "https://sc1.checkpoint.com/documents/Infinity_Portal/WebAdminGuides/EN/Infinity-Identity-Admin-Guide/Content/Topics-Infinity-Portal/API-Keys.htm",
    case: "https://cloudinfra-gw.portal.checkpoint.com/auth/external",
  },
  {
    vendor: "F5 BIG-IP",
    path: "/mgmt/shared/authn/login",
    body: "json",
    source: "https://clouddocs.f5.com/api/icontrol-rest/",
    case: "https://bigip.example/mgmt/shared/authn/login",
  },
];

/** The row of a vendor's login by its URL without the query. */
export function vendorLogin(url: string): VendorLogin | undefined {
  const plain = url.toLowerCase().replace(/\/$/, "");
  const [, authority = ""] = /^[a-z]+:\/\/([^/]*)/.exec(plain) ?? [];
  const segments = plain.split("/");
  return VENDOR_LOGINS.find(({ path, host, named }) => {
    if (named !== undefined && !authority.includes(named)) return false;
    if (host !== undefined && !authority.replace(/:\d+$/, "").endsWith(host)) return false;
    const wanted = path.split("/").slice(1);
    const last = segments.slice(-wanted.length);
    return last.length === wanted.length && wanted.every((step, index) => step === "*" || step === last[index]);
  });
}
