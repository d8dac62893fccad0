import type { Faults } from "./faults";
import {
  HEADER_NAMES_ALLOWED,
  isHeaderName,
  isHeaderValue,
  namesSecret,
  RESERVED_HEADERS,
} from "./program/header-fields";
import { holdsToken } from "./terraform/references";

/** @internal */
export function refuseHeaders(faults: Faults, headers: Readonly<Record<string, string>>): void {
  const names = new Set<string>();
  for (const [name, value] of Object.entries(headers)) {
    const lower = name.toLowerCase();
    const reserved = RESERVED_HEADERS.get(lower);
    const refuse = (why: string): void => {
      faults.add("invalid-header", `the header ${JSON.stringify(name)} ${why}`);
    };
    if (reserved !== undefined) refuse(`cannot be set: ${reserved}.`);
    else if (!isHeaderName(name)) refuse(`has a name that is not allowed. ${HEADER_NAMES_ALLOWED}`);
    else if (names.has(lower)) refuse("is given twice. Give it once.");
    else if (namesSecret(name))
      refuse(
        "has the name of a secret, which would be in the synthesized text. Send it in the body, by secretParameters.",
      );
    else if (!holdsToken(value) && !isHeaderValue(value))
      refuse("has an empty value, or one with a line break or another control character.");
    names.add(lower);
  }
}
