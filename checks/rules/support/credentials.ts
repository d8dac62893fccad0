import { credentialsOf, type Credential } from "../../requests/fields.js";
import type { HttpRequest } from "../../requests/request.js";
import type { Vocabulary } from "../../vocabulary/vocabulary.js";
import { isPlaceholder } from "../../vocabulary/placeholders.js";
import { concrete, type SymbolicString } from "../../values/symbolic-string.js";

/** The credentials of a request that are really some: not empty, and no placeholder. */
export const realCredentials = (request: HttpRequest, vocabulary: Vocabulary): Credential[] =>
  credentialsOf(request, vocabulary).filter((credential) => !empty(credential.value));

const empty = (value: SymbolicString): boolean => {
  const plain = concrete(value);
  return value.length === 0 || (plain !== undefined && isPlaceholder(plain));
};

/** The value where it is written out as it stands. */
export function literalOf(value: SymbolicString): string | undefined {
  const plain = concrete(value)?.trim();
  return plain === undefined || plain === "" || isPlaceholder(plain) ? undefined : plain;
}
