/**
 * The domains of Genesys Cloud by AWS region (https://help.mypurecloud.com/articles/aws-regions-for-genesys-cloud-deployment).
 *
 * @internal
 */
export const REGIONS: ReadonlyMap<string, string> = new Map([
  ["us-east-1", "mypurecloud.com"],
  ["us-east-2", "use2.us-gov-pure.cloud"],
  ["us-west-2", "usw2.pure.cloud"],
  ["ca-central-1", "cac1.pure.cloud"],
  ["mx-central-1", "mxc1.pure.cloud"],
  ["sa-east-1", "sae1.pure.cloud"],
  ["eu-west-1", "mypurecloud.ie"],
  ["eu-west-2", "euw2.pure.cloud"],
  ["eu-central-1", "mypurecloud.de"],
  ["eu-central-2", "euc2.pure.cloud"],
  ["eusc-de-east-1", "edee1.eusc-pure.cloud"],
  ["me-central-1", "mec1.pure.cloud"],
  ["ap-south-1", "aps1.pure.cloud"],
  ["ap-northeast-1", "mypurecloud.jp"],
  ["ap-northeast-2", "apne2.pure.cloud"],
  ["ap-northeast-3", "apne3.pure.cloud"],
  ["ap-southeast-1", "apse1.pure.cloud"],
  ["ap-southeast-2", "mypurecloud.com.au"],
]);

/**
 * A region as AWS writes it. The vendor's SDKs spell `eu_central_1`, and its provider takes capital letters.
 *
 * @internal
 */
export function regionOf(given: string): string | undefined {
  const region = given.toLowerCase().replace(/_/g, "-");
  return REGIONS.has(region) ? region : undefined;
}

/**
 * The token endpoint of a region, by its domain (https://developer.genesys.cloud/authorization/platform-auth/use-client-credentials).
 *
 * @internal
 */
export function genesysCloudTokenEndpoint(domain: string): string {
  return `https://login.${domain}/oauth/token`;
}
