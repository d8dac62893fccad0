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
import { refuseLists, refuseParameters, refuseResources, refuseScopes } from "./request-parameters";
import { readProperties, type ReadableProperties } from "./properties";
import { Slots } from "./slots";
import { NICE_CXONE_REQUEST, refuseNiceCxoneIssuer, type NiceCxoneRequest } from "./nice-cxone";
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
    const { values } = readProperties<NiceCxoneRequest>(faults, request, NICE_CXONE_REQUEST) ?? faults.throwAll();
    refuseScopes(faults, values.scopes ?? []);
    if (values.issuer !== undefined) refuseNiceCxoneIssuer(faults, values.issuer);
    faults.throwAny();
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
    const readable = readProperties<Request>(faults, request, grant.properties) ?? faults.throwAll();
    refuseRequest(faults, grant, readable);
    faults.throwAny();
    const slots = slotsOf(grant, request);
    return new AccessTokenRequest([...argumentsOf(grant, request), ...slots.arguments], slots);
  }

  private constructor(
    /** All of the request that is not secret, as the program's arguments. @internal */
    public readonly _arguments: readonly string[],
    /** Its secrets. @internal */
    public readonly _slots: Slots,
  ) {}
}

/** All that is wrong with a request besides the types of its properties. */
function refuseRequest<Request extends GrantRequest>(
  faults: Faults,
  grant: Grant<Request>,
  { values, gives }: ReadableProperties<Request>,
): void {
  const { parameters = {}, repeatedParameters = {}, secretParameters = {}, clientCertificate } = values;
  const own = ownParameters(grant, values);
  for (const fault of grant.faults?.(values, gives) ?? []) faults.add("conflicting-properties", fault);
  refuseScopes(faults, values.scopes ?? []);
  refuseResources(faults, values.resources ?? []);
  refuseHeaders(faults, values.headers ?? {});
  refuseParameters(faults, [...own.map(([name]) => name), ...Object.keys(grant.secrets?.(values) ?? {})], {
    parameters,
    repeatedParameters,
    secretParameters,
  });
  refuseLists(faults, [...own, ...repeatedPairs(values)]);
  if (clientCertificate) refuseCertificate(faults, clientCertificate);
  if (gives("clientCertificate") && values.clientAuthentication?._certificate)
    faults.add(
      "conflicting-properties",
      "clientCertificate is given, and ClientAuthentication.tlsClient has a certificate. Give one of them.",
    );
}

/** Parameters that the grant sets by properties of its own, and that are not secret. */
function ownParameters<Request extends GrantRequest>(
  grant: Grant<Request>,
  request: Partial<Request>,
): (readonly [name: string, value: string])[] {
  return [
    ...(request.resources ?? []).map((resource) => ["resource", resource] as const),
    ...(grant.parameters?.(request) ?? []),
  ].filter((pair): pair is readonly [string, string] => pair[1] !== undefined);
}

function repeatedPairs({ repeatedParameters = {} }: Partial<GrantRequest>): (readonly [name: string, value: string])[] {
  return Object.entries(repeatedParameters).flatMap(([name, values]) => values.map((value) => [name, value] as const));
}

function certificateOf(request: GrantRequest): ReturnType<typeof certificateParts> | undefined {
  const certificate = request.clientAuthentication?._certificate ?? request.clientCertificate;
  return certificate && certificateParts(certificate);
}

function slotsOf<Request extends GrantRequest>(grant: Grant<Request>, request: Request): Slots {
  const { clientAuthentication, secretParameters = {} } = request;
  const slots = new Slots(clientAuthentication?._secrets);
  if (clientAuthentication?._assertion)
    slots.addSigned(
      "client_assertion",
      clientAuthentication._assertion.signedJwt,
      clientAuthentication._assertion.clientId,
    );
  for (const [slot, secret] of certificateOf(request)?.secrets ?? []) slots.add(slot, secret);
  for (const [name, signedJwt] of Object.entries(grant.signed?.(request) ?? {}))
    if (signedJwt !== undefined) slots.addSignedParameter(name, signedJwt);
  for (const [name, secret] of [...Object.entries(grant.secrets?.(request) ?? {}), ...Object.entries(secretParameters)])
    if (secret !== undefined) slots.addParameter(name, secret);
  return slots;
}

/** All of a request but its secrets, as the program's arguments. */
function argumentsOf<Request extends GrantRequest>(grant: Grant<Request>, request: Request): string[] {
  const { tokenEndpoint, clientAuthentication, scopes = [], parameters = {}, headers = {} } = request;
  const scope = joinedScopes(scopes);
  return [
    `${tokenEndpoint._argument}=${formEncode(tokenEndpoint.url)}`,
    ...(grant.grantType === undefined ? [] : [`form.grant_type=${formEncode(grant.grantType)}`]),
    ...(scope === "" ? [] : [`form.scope=${formEncode(scope)}`]),
    ...[...ownParameters(grant, request), ...Object.entries(parameters), ...repeatedPairs(request)].map(
      ([name, value]) => `form.${name}=${formEncode(value)}`,
    ),
    ...Object.entries(headers).map(([name, value]) => `header.${name}=${formEncode(value)}`),
    ...(clientAuthentication?._arguments ?? ["client_authentication=none"]),
    ...(certificateOf(request)?.arguments ?? []),
  ];
}
