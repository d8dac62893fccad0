import { CLIENT_CREDENTIALS, type ClientCredentialsRequest } from "./grants/client-credentials";
import { EXTENSION, type ExtensionRequest } from "./grants/extension";
import type { Grant, GrantRequest } from "./grants/grant";
import { JWT_BEARER, type JwtBearerRequest } from "./grants/jwt-bearer";
import { PASSWORD, type PasswordRequest } from "./grants/password";
import { REFRESH_TOKEN, type RefreshTokenRequest } from "./grants/refresh-token";
import { TOKEN_EXCHANGE, type TokenExchangeRequest } from "./grants/token-exchange";
import { certificateParts, refuseCertificate } from "./client-certificate";
import { isText } from "./given";
import { Faults } from "./faults";
import { refuseHeaders } from "./request-headers";
import { refuseLists, refuseParameters, refuseScopes } from "./request-parameters";
import { areProperties } from "./properties";
import { Slots } from "./slots";
import { NICE_CXONE_REQUEST, type NiceCxoneRequest } from "./nice-cxone";
import { TokenEndpoint } from "./token-endpoint";
import { formEncode } from "./terraform/form-encoding";
import { joinedScopes } from "./terraform/scopes";

/** An access token request (RFC 6749 section 4): a value, which the constructs are ways to make. */
export class AccessTokenRequest {
  /**
   * The client credentials grant (RFC 6749 section 4.4).
   *
   * @throws if a property is missing or unknown, or a scope or a parameter's name is not allowed
   */
  public static clientCredentials(request: ClientCredentialsRequest): AccessTokenRequest {
    return AccessTokenRequest.by(CLIENT_CREDENTIALS, request);
  }

  /**
   * The resource owner password credentials grant (RFC 6749 section 4.3). OAuth 2.1 leaves it out: take it where the server
   * offers nothing else, as NICE CXone does for access keys.
   *
   * @throws if a property is missing or unknown, or a scope or a parameter's name is not allowed
   */
  public static password(request: PasswordRequest): AccessTokenRequest {
    return AccessTokenRequest.by(PASSWORD, request);
  }

  /**
   * A back-end application's request to NICE CXone with an access key, as NICE documents it (https://developer.niceincontact.com): the
   * password grant at `TokenEndpoint.niceCxone`. The answer's `id_token` names the tenant: ask for it by `responseFields`.
   *
   * @throws if a property is missing or unknown, the issuer is not an https URL, or a scope is not allowed
   */
  public static niceCxone(request: NiceCxoneRequest): AccessTokenRequest {
    const faults = new Faults("AccessTokenRequest.niceCxone");
    if (!areProperties<NiceCxoneRequest>(faults, request, NICE_CXONE_REQUEST)) faults.throwAny();
    const { accessKeyId, accessKeySecret, clientAuthentication, issuer, scopes = ["openid"] } = request;
    return AccessTokenRequest.by(PASSWORD, {
      tokenEndpoint: TokenEndpoint.niceCxone(issuer === undefined ? {} : { issuer }),
      clientAuthentication,
      username: accessKeyId,
      password: accessKeySecret,
      scopes,
    });
  }

  /**
   * A refresh token (RFC 6749 section 6). **A server that rotates refresh tokens takes each of them once**, and what it
   * answers with is not kept: with such a server the second run fails.
   *
   * @throws if a property is missing or unknown, or a scope or a parameter's name is not allowed
   */
  public static refreshToken(request: RefreshTokenRequest): AccessTokenRequest {
    return AccessTokenRequest.by(REFRESH_TOKEN, request);
  }

  /**
   * A JWT as authorization grant (RFC 7523 section 2.1), signed by the program or by something else.
   *
   * @throws if a property is missing or unknown, or a scope or a parameter's name is not allowed
   */
  public static jwtBearer(request: JwtBearerRequest): AccessTokenRequest {
    return AccessTokenRequest.by(JWT_BEARER, request);
  }

  /**
   * A token for another token (RFC 8693).
   *
   * @throws if a property is missing or unknown, an actor token has no type, or a scope or a parameter's name is not allowed
   */
  public static tokenExchange(request: TokenExchangeRequest): AccessTokenRequest {
    return AccessTokenRequest.by(TOKEN_EXCHANGE, request);
  }

  /**
   * An extension grant (RFC 6749 section 4.5), or a vendor's own, such as Zoom's `account_credentials`.
   *
   * @param grantType the value of `grant_type`
   * @throws if the grant type is empty, a property is missing or unknown, or a scope or a parameter's name is not allowed
   */
  public static extension(grantType: string, request: ExtensionRequest): AccessTokenRequest {
    const faults = new Faults("AccessTokenRequest.extension");
    const allowed = 'the value of grant_type as text, such as "account_credentials"';
    if (isText(faults, "the grant type", grantType, allowed) && grantType === "")
      faults.add("wrong-type", `the grant type is empty. Allowed: ${allowed}.`);
    return AccessTokenRequest.by({ ...EXTENSION, grantType }, request, faults);
  }

  /**
   * A request without `grant_type`, for the rare server that takes none, such as VMware Cloud's for API tokens. RFC 6749 has no such
   * request.
   *
   * @throws if a property is missing or unknown, or a scope or a parameter's name is not allowed
   */
  public static withoutGrantType(request: ExtensionRequest): AccessTokenRequest {
    return AccessTokenRequest.by({ ...EXTENSION, factory: "withoutGrantType", grantType: undefined }, request);
  }

  private static by<Request extends GrantRequest>(
    grant: Grant<Request>,
    request: Request,
    faults = new Faults(`AccessTokenRequest.${grant.factory}`),
  ): AccessTokenRequest {
    const readable = areProperties<Request>(faults, request, grant.properties);
    if (!readable) faults.throwAny();
    const {
      scopes = [],
      resources = [],
      headers = {},
      parameters = {},
      repeatedParameters = {},
      secretParameters = {},
      clientAuthentication,
      tokenEndpoint,
    } = request;
    const own = [
      ...resources.map((resource) => ["resource", resource] as const),
      ...(grant.parameters?.(request) ?? []),
    ].filter((pair): pair is readonly [string, string] => pair[1] !== undefined);
    const repeated = Object.entries(repeatedParameters).flatMap(([name, values]) =>
      values.map((value) => [name, value] as const),
    );
    const secrets = Object.entries(grant.secrets?.(request) ?? {});
    for (const fault of grant.faults?.(request) ?? []) faults.add("conflicting-properties", fault);
    refuseScopes(faults, scopes);
    refuseHeaders(faults, headers);
    refuseParameters(
      faults,
      [...own, ...secrets].map(([name]) => name),
      { parameters, repeatedParameters, secretParameters },
    );
    refuseLists(faults, [...own, ...repeated]);
    if (request.clientCertificate) refuseCertificate(faults, request.clientCertificate);
    if (request.clientCertificate && clientAuthentication?._certificate)
      faults.add(
        "conflicting-properties",
        "clientCertificate is given, and ClientAuthentication.tlsClient has a certificate. Give one of them.",
      );
    faults.throwAny();

    const certificate = clientAuthentication?._certificate ?? request.clientCertificate;
    const tls = certificate && certificateParts(certificate);
    const slots = new Slots(clientAuthentication?._secrets);
    if (clientAuthentication?._assertion)
      slots.addSigned(
        "client_assertion",
        clientAuthentication._assertion.signedJwt,
        clientAuthentication._assertion.clientId,
      );
    for (const [slot, secret] of tls?.secrets ?? []) slots.add(slot, secret);
    for (const [name, signedJwt] of Object.entries(grant.signed?.(request) ?? {}))
      if (signedJwt !== undefined) slots.addSignedParameter(name, signedJwt);
    for (const [name, secret] of [...secrets, ...Object.entries(secretParameters)])
      if (secret !== undefined) slots.addParameter(name, secret);
    const scope = joinedScopes(scopes);
    return new AccessTokenRequest(
      [
        `${tokenEndpoint._argument}=${formEncode(tokenEndpoint.url)}`,
        ...(grant.grantType === undefined ? [] : [`form.grant_type=${formEncode(grant.grantType)}`]),
        ...(scope === "" ? [] : [`form.scope=${formEncode(scope)}`]),
        ...[...own, ...Object.entries(parameters), ...repeated].map(
          ([name, value]) => `form.${name}=${formEncode(value)}`,
        ),
        ...Object.entries(headers).map(([name, value]) => `header.${name}=${formEncode(value)}`),
        ...(clientAuthentication?._arguments ?? ["client_authentication=none"]),
        ...(tls?.arguments ?? []),
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
