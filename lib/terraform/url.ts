import { holdsToken, textParts } from "./references";

const CREDENTIALS = /[?&](client_secret|client_assertion|password|refresh_token)=/i;

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
  if (/\$\{|%\{/.test(url)) refuse(given, "the URL has a Terraform template written out as text");
  if (/[^!-~]|["\\<>^`{|}]/.test(url) || !URL.canParse(url)) refuse(given, "this is no URL");
  const parsed = new URL(url);
  if (parsed.username !== "" || parsed.password !== "" || /\/\/[^/?]*@/.test(url))
    refuse(given, "the URL has user information");
  if (url.includes("#")) refuse(given, "the URL has a fragment (RFC 6749 section 3.2)");
  if (CREDENTIALS.test(url)) refuse(given, "the URL has credentials in its query (RFC 6749 section 2.3.1)");
  const loopback = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(parsed.hostname);
  if (!/^https?:\/\//i.test(url) || (parsed.protocol === "http:" && !loopback)) refuse(given, "the URL is not https");
}

function refuse(url: string, why: string): never {
  const shown = url
    .replace(/\$\{TfToken\[[^\]]*\]\}/g, "(reference)")
    .replace(/\/\/[^?#]*@/, "//…@")
    .replace(/\?.*$/s, "?…");
  throw new Error(
    `TokenEndpoint: ${why}. Given: "${shown}". Allowed: an https:// URL, or http:// on localhost, 127.0.0.0/8 or [::1], without user information (user@host), fragment (#) or credentials. For a value that Terraform knows, pass a reference such as variable.stringValue.`,
  );
}
