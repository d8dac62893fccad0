/** @internal */
export const CREDENTIALS = /[?&](client_secret|client_assertion|password|refresh_token)=/i;

/** @internal */
export const URLS_ALLOWED =
  "Allowed: an https:// URL, or http:// on localhost, 127.0.0.0/8 or [::1], without user information (user@host), fragment (#) or credentials.";

/**
 * What is wrong with the URL of a token endpoint, by the rule that `files/endpoint.awk` applies again when the program runs.
 *
 * @internal
 */
export function endpointFault(url: string): string | undefined {
  if (/\$\{|%\{/.test(url)) return "the URL has a Terraform template written out as text";
  if (/[^!-~]|["\\<>^`{|}]/.test(url) || !URL.canParse(url)) return "this is not a URL";
  const parsed = new URL(url);
  if (parsed.username !== "" || parsed.password !== "" || /\/\/[^/?]*@/.test(url))
    return "the URL has user information";
  if (url.includes("#")) return "the URL has a fragment (RFC 6749 section 3.2)";
  if (CREDENTIALS.test(url)) return "the URL has credentials in its query (RFC 6749 section 2.3.1)";
  const loopback = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(parsed.hostname);
  if (!/^https?:\/\//i.test(url) || (parsed.protocol === "http:" && !loopback)) return "the URL is not https";
  return undefined;
}

/**
 * A URL without what may be secret in it.
 *
 * @internal
 */
export function withoutCredentials(url: string): string {
  const address = url.split("?", 1).join();
  const start = address.indexOf("//");
  const at = address.split("#", 1).join().lastIndexOf("@");
  const shown = start >= 0 && at > start ? `${address.slice(0, start)}//…${address.slice(at)}` : address;
  return address.length < url.length ? `${shown}?…` : shown;
}
