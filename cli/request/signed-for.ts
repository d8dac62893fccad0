import type { Given } from "../options/option.js";
import { UsageError } from "../options/usage-error.js";
import type { Grant } from "./grants.js";
import type { Method } from "./methods.js";
import { signedHere, type SignedHere } from "./signing.js";

/**
 * What a grant and a method sign: the options are those of one JWT.
 *
 * @throws UsageError
 */
export function signedFor(given: Given, grant: Grant, method: Method, clientId: string | undefined): SignedHere[] {
  if (grant.signing && method.signing?.by === grant.signing.by)
    throw new UsageError(
      `--grant ${grant.name} and --method ${method.name} take the same options, for two JWTs. Give one of the JWTs signed, by --grant jwt-bearer or --method client-assertion.`,
    );
  if (grant.signing && method.signing)
    throw new UsageError(
      `--grant ${grant.name} and --method ${method.name} sign one JWT each, and the options are those of one.`,
    );
  return [
    ...(method.signing ? [signedHere(method.signing, given, clientId)] : []),
    ...(grant.signing ? [signedHere(grant.signing, given, undefined)] : []),
  ];
}
