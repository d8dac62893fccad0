import { didYouMean } from "../../checks/options/suggest.js";
import { REGIONS, genesysCloudTokenEndpoint } from "../../lib/genesys-cloud-regions.js";
import { endpointFault, URLS_ALLOWED } from "../../lib/program/endpoint.js";
import { formEncodeLiteral } from "../../lib/program/form-encoding.js";
import type { Given } from "../options/option.js";
import { UsageError } from "../options/usage-error.js";

/** @throws UsageError */
export function endpointOf(given: Given): string {
  const url = given.one("token-endpoint");
  const region = given.one("genesys-cloud");
  if ((url === undefined) === (region === undefined))
    throw new UsageError(
      url === undefined
        ? "The token endpoint is missing. Give it by --token-endpoint URL or --genesys-cloud REGION."
        : "Both --token-endpoint and --genesys-cloud are given. Give one of them.",
    );
  const endpoint = url ?? genesysCloud(region ?? "");
  refuseUrl("token-endpoint", endpoint);
  return endpoint;
}

/** @throws UsageError */
export function revocation(given: Given): string[] {
  const url = given.one("revoke");
  if (url === undefined) return [];
  refuseUrl("revoke", url);
  return [`revocation_endpoint=${formEncodeLiteral(url)}`];
}

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
