import {
  propagate,
  carriesSecret,
  concrete,
  literal,
  remade,
  sketch,
  slice,
  type SymbolicString,
} from "./symbolic-string.js";

/** Known text becomes known Base64. Of `id:secret`, as HTTP Basic has it, what follows the colon is the secret. */
export function toBase64(of: SymbolicString): SymbolicString {
  const whole = concrete(of);
  const colon = sketch(of).indexOf(":");
  const basic = colon > 0 && !/[\s{]/.test(sketch(of).slice(0, colon));
  const secret = basic ? slice(of, colon + 1) : of;
  const kind = basic ? ("secret" as const) : secret.find(carriesSecret)?.taint;
  const mark = kind === undefined ? {} : { taint: kind };
  if (whole === undefined) return propagate(secret.length > 0 ? secret : of, { ...mark, decoded: of });
  const provenance = secret.flatMap((fragment) => fragment.provenance);
  const place = of.find((fragment) => fragment.place)?.place;
  const assumed = of.some((fragment) => fragment.assumed) ? { assumed: true } : {};
  return [{ ...literal(Buffer.from(whole).toString("base64"), place), provenance, ...assumed, ...mark, decoded: of }];
}

/** What a Base64 text says, as far as it is known. */
export function fromBase64(of: SymbolicString): SymbolicString {
  const only = of.length === 1 ? of[0] : undefined;
  if (only?.decoded) return only.decoded;
  const whole = concrete(of)?.replace(/\s/g, "");
  if (whole === undefined || whole.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(whole)) return propagate(of);
  return remade(Buffer.from(whole, "base64").toString("utf8"), of);
}
