import { registry } from "./registry.js";

/** A setting of a provider that asks for a token itself. */
export interface ProviderSetting {
  readonly name: string;
  /** A switch that turns the check of the certificate off, a URL, the token endpoint's, or what only such a provider is given. */
  readonly is: "switch" | "url" | "token url" | "client id" | "password";
  /** A provider that has it, whose documentation is the source. A password is one of that provider alone. */
  readonly provider: string;
  readonly source: string;
}

const KEYCLOAK = registry("keycloak/keycloak");
const RESTAPI = registry("Mastercard/restapi");
const RESTFUL = registry("magodo/restful");
const METADATA = "RFC 8414, section 2";

export const PROVIDER_SETTINGS: readonly ProviderSetting[] = [
  { name: "tls_insecure_skip_verify", is: "switch", provider: "keycloak", source: KEYCLOAK },
  { name: "insecure", is: "switch", provider: "restapi", source: RESTAPI },
  { name: "skip_tls_verify", is: "switch", provider: "terracurl", source: registry("devops-rob/terracurl") },
  { name: "insecure_skip_verify", is: "switch", provider: "grafana", source: registry("grafana/grafana") },
  { name: "url", is: "url", provider: "keycloak", source: KEYCLOAK },
  { name: "uri", is: "url", provider: "restapi", source: RESTAPI },
  { name: "base_url", is: "url", provider: "restful", source: RESTFUL },
  { name: "auth_url", is: "url", provider: "openstack", source: registry("terraform-provider-openstack/openstack") },
  { name: "issuer", is: "url", provider: "acme", source: METADATA },
  { name: "token_endpoint", is: "token url", provider: "acme", source: METADATA },
  { name: "token_url", is: "token url", provider: "restful", source: RESTFUL },
  { name: "oauth_token_endpoint", is: "token url", provider: "restapi", source: RESTAPI },
  { name: "client_id", is: "client id", provider: "keycloak", source: KEYCLOAK },
  { name: "oauth_client_id", is: "client id", provider: "restapi", source: RESTAPI },
  { name: "password", is: "password", provider: "keycloak", source: KEYCLOAK },
  { name: "password", is: "password", provider: "restful", source: RESTFUL },
];

const named = (...kinds: readonly ProviderSetting["is"][]): ReadonlySet<string> =>
  new Set(PROVIDER_SETTINGS.filter((row) => kinds.includes(row.is)).map(({ name }) => name));
const SWITCHES = named("switch");
const URLS = named("url", "token url");
const TOKEN_URLS = named("token url");
const ASKING = named("client id", "token url");

export const turnsChecksOff = (setting: string): boolean => SWITCHES.has(setting);
export const isUrlSetting = (setting: string): boolean => URLS.has(setting);
export const isTokenUrl = (setting: string): boolean => TOKEN_URLS.has(setting);
/** What only a provider is given that asks for a token, besides the credentials of a client. */
export const asksForToken = (setting: string): boolean => ASKING.has(setting);
/** The password of a user whom a provider asks for a token for (RFC 6749, section 4.3). */
export const isGrantPassword = (provider: string, setting: string): boolean =>
  PROVIDER_SETTINGS.some((row) => row.is === "password" && row.provider === provider && row.name === setting);

/** Whether a provider asks for a token only where it is told whose: its password may be that of HTTP Basic besides. */
export const needsTokenUrl = (provider: string): boolean =>
  PROVIDER_SETTINGS.some((row) => row.is === "token url" && row.provider === provider);

/** A provider of a cloud, whose client secret is a matter of the cloud's own login. */
export interface CloudProvider {
  readonly provider: string;
  readonly source: string;
}

export const CLOUD_PROVIDERS: readonly CloudProvider[] = [
  ...["azurerm", "azuread", "aws", "awscc", "google", "google-beta"].map((name) => ({
    provider: name,
    source: registry(`hashicorp/${name}`),
  })),
  { provider: "azapi", source: registry("Azure/azapi") },
  { provider: "azurestack", source: registry("hashicorp/azurestack") },
  { provider: "oci", source: registry("oracle/oci") },
  { provider: "alicloud", source: registry("aliyun/alicloud") },
  { provider: "ibm", source: registry("IBM-Cloud/ibm") },
];

export const isCloud = (provider: string): boolean => CLOUD_PROVIDERS.some((row) => row.provider === provider);
