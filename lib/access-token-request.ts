import { CLIENT_CREDENTIALS, type ClientCredentialsRequest } from "./grants/client-credentials";
import type { Grant, GrantRequest } from "./grants/grant";
import { Faults } from "./faults";
import { refuseParameters, refuseScopes } from "./request-parameters";
import { areProperties } from "./properties";
import { Slots } from "./slots";
import { formEncode } from "./terraform/form-encoding";
import { joinedScopes } from "./terraform/scopes";

/** An access token request (RFC 6749 section 4.4.2): a value, which the constructs are ways to make. */
export class AccessTokenRequest {
  /**
   * The client credentials grant (RFC 6749 section 4.4).
   *
   * @throws if a property is missing or unknown, or a scope or a parameter's name is not allowed
   */
  public static clientCredentials(request: ClientCredentialsRequest): AccessTokenRequest {
    return AccessTokenRequest.by(CLIENT_CREDENTIALS, request);
  }

  private static by<Request extends GrantRequest>(grant: Grant<Request>, request: Request): AccessTokenRequest {
    const faults = new Faults(`AccessTokenRequest.${grant.factory}`);
    const readable = areProperties<Request>(faults, request, grant.properties);
    if (!readable) faults.throwAny();
    const { scopes = [], parameters = {}, secretParameters = {}, clientAuthentication, tokenEndpoint } = request;
    const own =
      grant.parameters?.(request).filter((pair): pair is readonly [string, string] => pair[1] !== undefined) ?? [];
    const secrets = Object.entries(grant.secrets?.(request) ?? {});
    refuseScopes(faults, scopes);
    refuseParameters(
      faults,
      [...own, ...secrets].map(([name]) => name),
      parameters,
      secretParameters,
    );
    faults.throwAny();

    const slots = new Slots(clientAuthentication?._secrets);
    for (const [name, secret] of [...secrets, ...Object.entries(secretParameters)])
      if (secret !== undefined) slots.addParameter(name, secret);
    const scope = joinedScopes(scopes);
    return new AccessTokenRequest(
      [
        `token_endpoint=${formEncode(tokenEndpoint.url)}`,
        `form.grant_type=${formEncode(grant.grantType)}`,
        ...(scope === "" ? [] : [`form.scope=${formEncode(scope)}`]),
        ...[...own, ...Object.entries(parameters)].map(([name, value]) => `form.${name}=${formEncode(value)}`),
        ...(clientAuthentication?._arguments ?? ["client_authentication=none"]),
        ...slots.arguments,
      ],
      slots,
    );
  }

  private constructor(
    /** All of the request that is not secret, as the program's arguments. @internal */
    public readonly _arguments: readonly string[],
    /** Its secrets. @internal */
    public readonly _slots: Slots,
  ) {}
}
