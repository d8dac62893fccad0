import type { Faults } from "./faults";
import { refuseRelativePath } from "./program/path";
import { isProxy, PROXIES_ALLOWED } from "./program/proxy";
import { formEncode } from "./terraform/form-encoding";
import { holdsToken } from "./terraform/references";

/** Versions of TLS. */
export enum TlsVersion {
  /** TLS 1.2 (RFC 5246). */
  V1_2 = "1.2",
  /** TLS 1.3 (RFC 8446). */
  V1_3 = "1.3",
}

/**
 * The arguments of the way to the server.
 *
 * @internal
 */
export function connectionArguments(
  faults: Faults,
  {
    caFile,
    minimumTlsVersion,
    proxy,
  }: { readonly caFile?: string; readonly minimumTlsVersion?: TlsVersion; readonly proxy?: string },
): string[] {
  if (caFile !== undefined) refuseRelativePath(faults, "caFile", caFile);
  if (minimumTlsVersion !== undefined && !Object.values(TlsVersion).includes(minimumTlsVersion))
    faults.add(
      "unknown-tls-version",
      `minimumTlsVersion is ${JSON.stringify(minimumTlsVersion)}. Allowed: TlsVersion.V1_2 and V1_3.`,
    );
  if (proxy !== undefined && proxy.includes("@"))
    faults.add(
      "invalid-proxy",
      "the proxy has credentials (not repeated here), which the process list would show. Set https_proxy in the environment where Terraform runs.",
    );
  else if (proxy !== undefined && !holdsToken(proxy) && !isProxy(proxy))
    faults.add("invalid-proxy", `the proxy is ${JSON.stringify(proxy)}. ${PROXIES_ALLOWED}`);
  return [
    ...(caFile === undefined ? [] : [`tls.ca=${formEncode(caFile)}`]),
    ...(minimumTlsVersion === undefined ? [] : [`tls.least_version=${minimumTlsVersion}`]),
    ...(proxy === undefined ? [] : [`proxy=${formEncode(proxy)}`]),
  ];
}
