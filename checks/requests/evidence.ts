import { isTokenPath } from "../vocabulary/token-paths.js";
import { canonicalName } from "../vocabulary/names.js";
import { OWN_PROGRAM } from "../vocabulary/own-program.js";
import { vendorLogin } from "../vocabulary/vendor-logins.js";
import type { Vocabulary } from "../vocabulary/vocabulary.js";
import { sketch } from "../values/symbolic-string.js";
import { fieldsOf, urlFields } from "./fields.js";
import { pathOf } from "./token-endpoint.js";
import type { HttpRequest } from "./request.js";

/**
 * Whether a token request says that it is one, by its grant type or by where it goes. Otherwise that is inferred: from the name of
 * an unknown URL, from the fields that go there, or from what becomes of the answer.
 */
export function saysItself(request: HttpRequest, vocabulary: Vocabulary): boolean {
  if (request.tool === OWN_PROGRAM) return true;
  const path = pathOf(sketch(request.url));
  if (vocabulary.isTokenEndpoint(path) || isTokenPath(path) || vendorLogin(path) !== undefined) return true;
  return [...fieldsOf(request), ...urlFields(request.url)].some(({ name }) => canonicalName(name) === "grant_type");
}
