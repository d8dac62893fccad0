import { CREDENTIALS, endpointFault, URLS_ALLOWED, withoutCredentials } from "../program/endpoint";
import { holdsToken, textParts } from "./references";

/**
 * The rule for a token endpoint's URL, which `program/files/endpoint.awk` applies again when Terraform runs. Of a URL with
 * references, the literal parts are judged here.
 *
 * @internal
 */
export function checkUrl(url: string): void {
  if (!holdsToken(url)) {
    checkLiteral(url, url);
    return;
  }
  const literal = textParts(url)
    .map((part) => (part.reference ? "" : part.text))
    .join("…");
  if (literal.includes("#")) refuse(url, "the URL has a fragment (RFC 6749 section 3.2)");
  if (CREDENTIALS.test(literal)) refuse(url, "the URL has credentials in its query (RFC 6749 section 2.3.1)");
  // Scheme and host are judged where no reference can change them any more.
  const origin = /^[a-z][a-z0-9+.-]*:\/\/[^/?#…]*(?=[/?])/i.exec(literal)?.[0];
  if (origin !== undefined) checkLiteral(origin, url);
  else if (/^[a-z][a-z0-9+.-]*:\/\//i.test(literal) && !/^https?:/i.test(literal)) refuse(url, "the URL is not https");
}

function checkLiteral(url: string, given: string): void {
  const fault = endpointFault(url);
  if (fault !== undefined) refuse(given, fault);
}

function refuse(url: string, why: string): never {
  const shown = withoutCredentials(url.replace(/\$\{TfToken\[[^\]]*\]\}/g, "(reference)"));
  throw new Error(
    `TokenEndpoint: ${why}. Given: "${shown}". ${URLS_ALLOWED} For a value that Terraform knows, pass a reference such as variable.stringValue.`,
  );
}
