import type { Faults } from "./faults";
import { holdsToken } from "./terraform/references";

/** Header fields that are not given by name, each with the reason. */
const RESERVED: ReadonlyMap<string, string> = new Map([
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

/** Words by which a header's name says that its value is secret. */
const SECRET = /secret|password|token|api-?key|credential|private/i;

/** @internal */
export function refuseHeaders(faults: Faults, headers: Readonly<Record<string, string>>): void {
  const names = new Set<string>();
  for (const [name, value] of Object.entries(headers)) {
    const lower = name.toLowerCase();
    const reserved = RESERVED.get(lower);
    const refuse = (why: string): void => {
      faults.add("invalid-header", `the header ${JSON.stringify(name)} ${why}`);
    };
    if (reserved !== undefined) refuse(`cannot be set: ${reserved}.`);
    else if (!/^[A-Za-z0-9_-]+$/.test(name))
      refuse('has a name that is not allowed. Allowed: letters, digits, "-" and "_".');
    else if (names.has(lower)) refuse("is given twice. Give it once.");
    else if (SECRET.test(name))
      refuse(
        "has the name of a secret, which would be in the synthesized text. Send it in the body, by secretParameters.",
      );
    else if (!holdsToken(value) && (value.trim() === "" || /[\0-\x1f\x7f]/.test(value)))
      refuse("has an empty value, or one with a line break or another control character.");
    names.add(lower);
  }
}
