/** A text in the encodings in which it could lie somewhere, by name. */
export type Encodings = Readonly<Record<string, Buffer>>;

const SHORTEST_MARK = 12;

/**
 * The encodings of a client's secret. The secret must hold letters and digits in a row that lie nowhere by chance: they
 * give away any encoding that leaves letters as they are (JSON, HCL, percent, shell quotes).
 */
export function secretEncodings(secret: string): Encodings {
  const mark = longest(secret.match(/[A-Za-z0-9]+/g) ?? []);
  if (mark.length < SHORTEST_MARK)
    throw new Error(`an audit's secret needs ${SHORTEST_MARK} letters and digits in a row, to be found by`);
  const form = new URLSearchParams({ "": secret }).toString().slice(1);
  return buffers({
    plain: secret,
    "letters of it": mark,
    form,
    percent: encodeURIComponent(secret),
    ...inBase64(secret),
    ...Object.fromEntries(Object.entries(inBase64(form)).map(([name, text]) => [`${name} of its form`, text])),
    hexadecimal: Buffer.from(secret).toString("hex"),
  });
}

/** The encodings of an access token, which has no characters that need escaping. */
export function tokenEncodings(token: string): Encodings {
  return buffers({ plain: token, ...inBase64(token) });
}

export function encodingsIn(bytes: Buffer, encodings: Encodings): string[] {
  return Object.entries(encodings)
    .filter(([, encoding]) => bytes.includes(encoding))
    .map(([name]) => name);
}

/** What of a text is the same in base64 whatever stands around it, as in a Basic pair: by its place modulo three. */
function inBase64(text: string): Record<string, string> {
  const forms = [0, 1, 2].map((before) => {
    const bytes = Buffer.concat([Buffer.alloc(before), Buffer.from(text)]);
    const whole = bytes.subarray(0, bytes.length - (bytes.length % 3)).toString("base64");
    return [`base64 at ${before}`, whole.slice(before === 0 ? 0 : before + 1)] as const;
  });
  return Object.fromEntries(
    forms.flatMap(([name, form]) => [[name, form] as const, [`${name}, URL-safe`, urlSafe(form)]]),
  );
}

function urlSafe(form: string): string {
  return form.replaceAll("+", "-").replaceAll("/", "_");
}

function longest(texts: readonly string[]): string {
  return texts.reduce((best, text) => (text.length > best.length ? text : best), "");
}

function buffers(texts: Record<string, string>): Encodings {
  return Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, Buffer.from(text)]));
}
