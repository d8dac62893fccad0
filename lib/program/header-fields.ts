/**
 * Header fields that are not given by name, each with the reason.
 *
 * @internal
 */
export const RESERVED_HEADERS: ReadonlyMap<string, string> = new Map([
  ["authorization", "use clientAuthentication"],
  ["proxy-authorization", "use the environment, such as HTTPS_PROXY"],
  ["dpop", "a proof is made anew for each request, which this library does not do"],
  ["cookie", "a token endpoint takes its credentials by clientAuthentication"],
  ["content-type", "a token request is form-encoded (RFC 6749 section 4.4.2)"],
  ["content-length", "curl sets it"],
  ["transfer-encoding", "curl sets it"],
  ["host", "curl sets it, from the token endpoint's URL"],
  ["accept", "the answer is JSON (RFC 6749 section 5.1)"],
  ["accept-encoding", "the answer is read as it is"],
  ["connection", "curl sets it"],
  ["expect", "the request is sent at once"],
  ["upgrade", "use http1Only"],
]);

/** @internal */
export const HEADER_NAMES_ALLOWED = 'Allowed: letters, digits, "-" and "_".';

/** Words by which a header's name says that its value is secret. */
const SECRET = /secret|password|token|api-?key|credential|private/i;

/** @internal */
export function isHeaderName(name: string): boolean {
  return /^[A-Za-z0-9_-]+$/.test(name);
}

/** @internal */
export function namesSecret(header: string): boolean {
  return SECRET.test(header);
}

/** @internal */
export function isHeaderValue(value: string): boolean {
  return value.trim() !== "" && !/[\0-\x1f\x7f]/.test(value);
}
