import { didYouMean } from "../../checks/options/suggest.js";
import { REGIONS, genesysCloudTokenEndpoint } from "../../lib/genesys-cloud-regions.js";
import { endpointFault, URLS_ALLOWED } from "../../lib/program/endpoint.js";
import { formEncodeLiteral } from "../../lib/program/form-encoding.js";
import type { Given } from "../options/option.js";
import { UsageError } from "../options/usage-error.js";

/** Where the request goes. */
export interface Endpoint {
  /** The program's argument: the URL is that of the token endpoint, or of the issuer whose metadata name it. */
  readonly argument: "token_endpoint" | "issuer";
  readonly url: string;
}

/** The options of which one says where the request goes. */
const WAYS: readonly Way[] = [
  { option: "token-endpoint", value: "URL", argument: "token_endpoint", url: (given) => given },
  { option: "issuer", value: "URL", argument: "issuer", url: (given) => given },
  { option: "genesys-cloud", value: "REGION", argument: "token_endpoint", url: genesysCloud },
];

interface Way extends Pick<Endpoint, "argument"> {
  readonly option: string;
  readonly value: string;
  readonly url: (given: string) => string;
}

/** @throws UsageError */
export function endpointOf(given: Given): Endpoint {
  const [way, other] = WAYS.filter(({ option }) => given.has(option));
  if (way === undefined)
    throw new UsageError(
      `The token endpoint is missing. Give it by ${WAYS.map(({ option, value }) => `--${option} ${value}`).join(" or ")}.`,
    );
  if (other !== undefined)
    throw new UsageError(`Both --${way.option} and --${other.option} are given. Give one of them.`);
  const { argument, option } = way;
  const url = way.url(given.one(option) ?? "");
  refuseUrl(option, url);
  if (argument === "issuer" && url.includes("?"))
    throw new UsageError(
      "--issuer: the URL has a query (it is not repeated here), which no issuer has (RFC 8414 section 2). Give it as the server's metadata write it.",
    );
  return { argument, url };
}

/** @throws UsageError */
export function revocation(given: Given, { argument }: Endpoint): string[] {
  const url = given.one("revoke");
  if (url === undefined) return [];
  if (url !== DISCOVERED) refuseUrl("revoke", url);
  else if (argument !== "issuer")
    throw new UsageError(
      `--revoke ${DISCOVERED} goes with --issuer, whose metadata name the revocation endpoint. Give its URL instead.`,
    );
  return [`revocation_endpoint=${formEncodeLiteral(url)}`];
}

/** In place of the revocation endpoint's URL, as the program takes it. */
const DISCOVERED = "discovered";

function refuseUrl(option: string, url: string): void {
  const fault = endpointFault(url);
  if (fault !== undefined) throw new UsageError(`--${option}: ${fault} (it is not repeated here). ${URLS_ALLOWED}`);
}

function genesysCloud(given: string): string {
  const domain = REGIONS.get(given) ?? given;
  const regions = [...REGIONS.keys()];
  if (!/^[A-Za-z0-9][A-Za-z0-9-]*(\.[A-Za-z0-9-]+)+$/.test(domain))
    throw new UsageError(
      `--genesys-cloud: this is neither a known region nor a domain${didYouMean(given, regions) || "."} Known regions: ${regions.join(", ")}. For another one give its domain, such as mypurecloud.com.`,
    );
  return genesysCloudTokenEndpoint(domain);
}
