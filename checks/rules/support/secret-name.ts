import { placeAfter, type Place } from "../../configuration/place.js";
import type { Fragment, Origin, SymbolicString } from "../../values/symbolic-string.js";

/** What a secret is called where it is used, such as `var.client_secret` or `$CLIENT_SECRET`; never its value. */
export function secretName({ provenance }: Fragment): string | undefined {
  const origin = provenance.filter(({ scope }) => scope !== "shell").at(-1) ?? provenance.at(-1);
  return origin && (origin.scope === "shell" ? `$${origin.address}` : written(origin));
}

function written({ address, member }: Origin): string {
  const name = address.replace(/^variable\./, "var.");
  return member === undefined ? name : `${name}.${member}`;
}

/** `a secret (var.client_secret)`. */
export function withName(what: string, fragment: Fragment): string {
  const name = secretName(fragment);
  return name === undefined ? what : `${what} (${name})`;
}

/** The line that a fragment without a place of its own is written into: that of the text before it, in the same file. */
export function placeWithin(text: SymbolicString, fragment: Fragment, otherwise: Place): Place {
  const before = text
    .slice(0, text.indexOf(fragment))
    .filter(({ place }) => place?.file === otherwise.file)
    .at(-1);
  return before?.place ? placeAfter(before.place, before.text ?? "") : otherwise;
}
