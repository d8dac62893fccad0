import type { Block } from "../../configuration/configuration.js";
import type { Place } from "../../configuration/place.js";
import { canonicalName } from "../../vocabulary/names.js";
import type { Vocabulary } from "../../vocabulary/vocabulary.js";

/** Parameters of token requests (the registry of RFC 6749, section 11.2, and vendors' own), whose names tell nothing. */
const PARAMETERS = new Set(
  (
    "grant_type client_id client_secret scope audience resource username user_name user email account tenant tenant_id organization " +
    "redirect_uri code state response_type nonce realm connection provider login account_id assertion_type client_assertion_type " +
    "subject_token_type actor_token_type requested_token_type device_code account_name domain token"
  ).split(" "),
);

/**
 * The name of a field as a message may have it. Any other name may be the tail of a secret with `&` in it, or what a file
 * holds: it was made of text that is data.
 */
export const shownField = (name: string, vocabulary: Vocabulary): string =>
  PARAMETERS.has(canonicalName(name)) || vocabulary.isSecretField(name) ? name : "(computed)";

/** A name that stands as it is in the configuration, or in the script that it is told of; nothing that was computed. */
export function shownName(name: string, block: Block, place?: Place): string {
  const stands =
    block.labels.includes(name) ||
    block.attributes.has(name) ||
    [block.place.file, place?.file].some((file) => file?.text().includes(name) === true);
  return stands && name.length <= 100 ? name : "(computed)";
}
