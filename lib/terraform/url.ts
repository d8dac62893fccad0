import type { Faults } from "../faults";
import { CREDENTIALS, endpointFault, URLS_ALLOWED, withoutCredentials } from "../program/endpoint";
import { holdsToken, textParts } from "./references";

/**
 * The rule for a token endpoint's URL, which `program/files/endpoint.awk` applies again when Terraform runs. Of a URL with
 * references, the literal parts are judged here.
 *
 * @internal
 */
export function checkUrl(faults: Faults, url: string): void {
  const fault = holdsToken(url) ? faultAroundReferences(url) : endpointFault(url);
  if (fault === undefined) return;
  const shown = withoutCredentials(url.replace(/\$\{TfToken\[[^\]]*\]\}/g, "(reference)"));
  faults.add(
    "invalid-url",
    `${fault}. Given: "${shown}". ${URLS_ALLOWED} For a value that Terraform knows, pass a reference such as variable.stringValue.`,
  );
}

function faultAroundReferences(url: string): string | undefined {
  const literal = textParts(url)
    .map((part) => (part.reference ? "" : part.text))
    .join("…");
  if (literal.includes("#")) return "the URL has a fragment (RFC 6749 section 3.2)";
  if (CREDENTIALS.test(literal)) return "the URL has credentials in its query (RFC 6749 section 2.3.1)";
  // Scheme and host are judged where no reference can change them any more.
  const origin = /^[a-z][a-z0-9+.-]*:\/\/[^/?#…]*(?=[/?])/i.exec(literal)?.[0];
  if (origin !== undefined) return endpointFault(origin);
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(literal) && !/^https?:/i.test(literal) ? "the URL is not https" : undefined;
}
