import { credentialsOf, type Credential } from "../../requests/fields.js";
import type { HttpRequest } from "../../requests/request.js";
import { isPlaceholder } from "../../vocabulary/names.js";
import { known, type Text } from "../../values/text.js";

/** The credentials of a request that are really some: not empty, and no placeholder. */
export const realCredentials = (request: HttpRequest): Credential[] =>
  credentialsOf(request).filter((credential) => !empty(credential.value));

const empty = (value: Text): boolean => {
  const plain = known(value);
  return value.length === 0 || (plain !== undefined && isPlaceholder(plain));
};

/** The value where it is written out as it stands. */
export function literalOf(value: Text): string | undefined {
  const plain = known(value)?.trim();
  return plain === undefined || plain === "" || isPlaceholder(plain) ? undefined : plain;
}
