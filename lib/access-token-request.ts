import { Fn, Token } from "cdktf";
import type { ClientAuthentication } from "./client-authentication";
import type { Secret } from "./secret";
import { requireText, requireTexts, requireValue } from "./given";
import {
  isParameterName,
  isScope,
  PARAMETER_NAMES_ALLOWED,
  RESERVED_PARAMETERS,
  SCOPES_ALLOWED,
} from "./program/parameters";
import { formEncode } from "./terraform/form-encoding";
import type { TokenEndpoint } from "./token-endpoint";

/** What a client credentials access token request is made of. */
export interface ClientCredentialsRequest {
  /** Where the request goes. */
  readonly tokenEndpoint: TokenEndpoint;
  /** As whom. */
  readonly clientAuthentication: ClientAuthentication;
  /**
   * The scopes (RFC 6749 section 3.3).
   *
   * @default - no scope parameter: the server's default
   */
  readonly scopes?: string[];
  /**
   * Further parameters of the request body, such as `audience` or `resource`. Not for secrets: they are in the
   * synthesized text.
   *
   * @default - none
   */
  readonly parameters?: Record<string, string>;
}

/** An access token request (RFC 6749 section 4.4.2): a value, which the constructs are ways to make. */
export class AccessTokenRequest {
  /**
   * The client credentials grant (RFC 6749 section 4.4).
   *
   * @throws if a scope or a parameter's name is not allowed
   */
  public static clientCredentials(request: ClientCredentialsRequest): AccessTokenRequest {
    return new AccessTokenRequest(request);
  }

  /** The requested scope, empty where none is requested. @internal */
  public readonly _scope: string;

  private constructor(private readonly request: ClientCredentialsRequest) {
    requireValue(
      "AccessTokenRequest: tokenEndpoint",
      request.tokenEndpoint,
      "url",
      "TokenEndpoint.fromUrl(...), cxoneAuthorizationApi(...) or genesysCloud(...)",
    );
    requireValue(
      "AccessTokenRequest: clientAuthentication",
      request.clientAuthentication,
      "_secret",
      "ClientAuthentication.clientSecretPost(...) or clientSecretBasic(...)",
    );
    const scopes = request.scopes ?? [];
    requireTexts("AccessTokenRequest: scopes", scopes, '["read", "write"]');
    if (Token.isUnresolved(scopes)) this._scope = Fn.join(" ", scopes);
    else {
      for (const scope of scopes)
        if (!Token.isUnresolved(scope) && !isScope(scope))
          throw new Error(
            `AccessTokenRequest: the scope "${scope}" is not allowed. ${SCOPES_ALLOWED} Give several scopes as several items.`,
          );
      this._scope = scopes.join(" ");
    }
    const names = new Map<string, string>();
    for (const [name, value] of Object.entries(request.parameters ?? {})) {
      requireText(`AccessTokenRequest: the value of the parameter "${name}"`, value, "text");
      // RFC 6749 section 3.2: a parameter is sent once. Servers differ in whether they tell letters' cases apart.
      const first = names.get(name.toLowerCase());
      if (first !== undefined)
        throw new Error(
          `AccessTokenRequest: the parameter "${name}" is given twice, as "${first}" too. Give it once (RFC 6749 section 3.2).`,
        );
      names.set(name.toLowerCase(), name);
      const why = RESERVED_PARAMETERS.get(name.toLowerCase());
      if (why !== undefined) throw new Error(`AccessTokenRequest: the parameter "${name}" is reserved: ${why}.`);
      if (!isParameterName(name))
        throw new Error(`AccessTokenRequest: the parameter name "${name}" is not allowed. ${PARAMETER_NAMES_ALLOWED}`);
    }
  }

  /** @internal */
  public get _secret(): Secret {
    return this.request.clientAuthentication._secret;
  }

  /** All of the request that is not secret, as the program's arguments. @internal */
  public get _arguments(): string[] {
    return [
      `token_endpoint=${formEncode(this.request.tokenEndpoint.url)}`,
      "form.grant_type=client_credentials",
      ...(this._scope === "" ? [] : [`form.scope=${formEncode(this._scope)}`]),
      ...Object.entries(this.request.parameters ?? {}).map(([name, value]) => `form.${name}=${formEncode(value)}`),
      ...this.request.clientAuthentication._arguments,
    ];
  }
}
