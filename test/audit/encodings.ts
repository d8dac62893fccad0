import { createPrivateKey } from "node:crypto";

/** A text in the encodings in which it could lie somewhere, by name. */
export type Encodings = Readonly<Record<string, string | Buffer>>;

/** Shorter ones could lie somewhere by chance. */
const SHORTEST_MARK = 12;

/**
 * The encodings of a client's secret. Letters and digits of it in a row, where they are long enough, give away any
 * encoding that leaves them as they are (HCL, other escapes of JSON, a shell's quotes).
 */
export function secretEncodings(secret: string): Encodings {
  const mark = longest(secret.match(/[A-Za-z0-9]+/g) ?? []);
  const form = new URLSearchParams({ "": secret }).toString().slice(1);
  return {
    plain: secret,
    ...(mark.length < SHORTEST_MARK ? {} : { "letters of it": mark }),
    JSON: JSON.stringify(secret).slice(1, -1),
    form,
    percent: encodeURIComponent(secret),
    ...inBase64("base64", secret),
    ...inBase64("base64 of its form", form),
    ...inBase64("base64 of it percent-encoded", encodeURIComponent(secret)),
    hexadecimal: Buffer.from(secret).toString("hex"),
  };
}

/** The encodings of a private key in PEM, as it is and, where it is encrypted, decrypted. */
export function keyEncodings(pem: string, passphrase?: string): Encodings {
  const key = createPrivateKey({ key: pem, ...(passphrase !== undefined && { passphrase }) });
  const der = key.export({ format: "der", type: "pkcs8" });
  return {
    ...secretEncodings(pem.trim()),
    DER: der,
    "hexadecimal of its DER": der.toString("hex"),
    "base64 of its DER": der.toString("base64"),
    "letters of its JWK": longest((key.export({ format: "jwk" }).d ?? "").match(/[A-Za-z0-9]+/g) ?? []),
  };
}

/** The encodings of a signed JWT. Its signature, which is what makes it a credential, gives it away as well. */
export function jwtEncodings(jwt: string): Encodings {
  return { ...tokenEncodings(jwt), signature: jwt.slice(jwt.lastIndexOf(".") + 1) };
}

/** The same encodings, by names that say of which secret they are. */
export function encodingsOf(what: string, encodings: Encodings): Encodings {
  return Object.fromEntries(Object.entries(encodings).map(([name, encoding]) => [`${what}, ${name}`, encoding]));
}

/** The encodings of an access token, which has no characters that need escaping. */
export function tokenEncodings(token: string): Encodings {
  return { plain: token, ...inBase64("base64", token) };
}

export function encodingsIn(bytes: Buffer, encodings: Encodings): string[] {
  return Object.entries(encodings)
    .filter(([, encoding]) => bytes.includes(encoding))
    .map(([name]) => name);
}

/** What of a text is the same in base64 whatever stands around it, as in a Basic pair: by its place modulo three. */
function inBase64(title: string, text: string): Encodings {
  const forms = [0, 1, 2].flatMap((before) => {
    const bytes = Buffer.concat([Buffer.alloc(before), Buffer.from(text)]);
    const whole = bytes.subarray(0, bytes.length - (bytes.length % 3)).toString("base64");
    const form = whole.slice(before === 0 ? 0 : before + 1);
    const name = `${title} at ${before}`;
    return [[name, form] as const, [`${name}, URL-safe`, urlSafe(form)] as const];
  });
  return Object.fromEntries(forms);
}

function urlSafe(form: string): string {
  return form.replaceAll("+", "-").replaceAll("/", "_");
}

function longest(texts: readonly string[]): string {
  return texts.reduce((best, text) => (text.length > best.length ? text : best), "");
}
