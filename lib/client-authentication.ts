import { kindOf, requireText } from "./given";
import { formEncode } from "./terraform/form-encoding";
import { Secret } from "./secret";

/** Options of `ClientAuthentication.clientSecretBasic`. */
export interface ClientSecretBasicOptions {
  /**
   * Leaves client id and secret as they are, for servers that do not decode them as RFC 6749 section 2.3.1 asks.
   *
   * @default false
   */
  readonly raw?: boolean;
}

/** Client authentication at the token endpoint (RFC 6749 section 2.3). */
export class ClientAuthentication {
  /** Client id and secret in the request body (RFC 6749 section 2.3.1). */
  public static clientSecretPost(clientId: string, clientSecret: Secret): ClientAuthentication {
    return new ClientAuthentication("client_secret_post", clientId, clientSecret);
  }

  /** Client id and secret as HTTP Basic credentials (RFC 6749 section 2.3.1). */
  public static clientSecretBasic(
    clientId: string,
    clientSecret: Secret,
    options: ClientSecretBasicOptions = {},
  ): ClientAuthentication {
    return new ClientAuthentication(
      options.raw ? "client_secret_basic_raw" : "client_secret_basic",
      clientId,
      clientSecret,
    );
  }

  private constructor(
    private readonly method: string,
    private readonly clientId: string,
    /** @internal */
    public readonly _secret: Secret,
  ) {
    if (!((_secret as unknown) instanceof Object && "_faults" in _secret))
      throw new Error(
        `ClientAuthentication: the client secret is given as ${typeof _secret === "string" ? "a literal (not repeated here)" : kindOf(_secret)}. Give a Secret: Secret.ephemeralVariable, fromVariable, fromExpression, fromEnvironment, fromFile or fromCommand.`,
      );
    requireText(
      "ClientAuthentication: the client id",
      clientId,
      "the id that the authorization server issued, as text",
    );
    if (clientId === "")
      throw new Error(
        "ClientAuthentication: the client id is empty. Give the id that the authorization server issued.",
      );
    if (method === "client_secret_basic_raw" && clientId.includes(":"))
      throw new Error(
        `ClientAuthentication.clientSecretBasic: the client id "${clientId}" has a ":", which ends the id in raw Basic credentials. Leave raw out, or use clientSecretPost.`,
      );
  }

  /** @internal */
  public get _arguments(): string[] {
    return [
      `client_authentication=${this.method}`,
      `client_id=${formEncode(this.clientId)}`,
      ...this._secret._arguments,
    ];
  }
}
