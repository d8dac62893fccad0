import { CLIENT_ASSERTION } from "./client-authentications/client-assertion";
import {
  CLIENT_SECRET_BASIC,
  CLIENT_SECRET_BASIC_OPTIONS,
  CLIENT_SECRET_BASIC_RAW,
  type ClientSecretBasicOptions,
} from "./client-authentications/client-secret-basic";
import { CLIENT_SECRET_POST } from "./client-authentications/client-secret-post";
import { CLIENT_SECRET_JWT } from "./client-authentications/client-secret-jwt";
import type { ClientAuthenticationMethod } from "./client-authentications/method";
import { NONE } from "./client-authentications/none";
import { PRIVATE_KEY_JWT } from "./client-authentications/private-key-jwt";
import { TLS_CLIENT } from "./client-authentications/tls-client";
import { refuseCertificate, type ClientCertificate } from "./client-certificate";
import { Faults } from "./faults";
import { isSecret, isText, isValue } from "./given";
import { areProperties } from "./properties";
import type { Secret } from "./secret";
import { SignedJwt, type JwtClaimsOptions } from "./signed-jwt";
import { formEncode } from "./terraform/form-encoding";

/** Client authentication at the token endpoint (RFC 6749 section 2.3). */
export class ClientAuthentication {
  /**
   * Client id and secret in the request body (RFC 6749 section 2.3.1).
   *
   * @throws if the client id is empty, or the secret is not a `Secret`
   */
  public static clientSecretPost(clientId: string, clientSecret: Secret): ClientAuthentication {
    return ClientAuthentication.by(CLIENT_SECRET_POST, clientId, clientSecret);
  }

  /**
   * Client id and secret as HTTP Basic credentials (RFC 6749 section 2.3.1).
   *
   * @throws if the client id is empty, or has a colon and is to be left raw, or the secret is not a `Secret`
   */
  public static clientSecretBasic(
    clientId: string,
    clientSecret: Secret,
    options: ClientSecretBasicOptions = {},
  ): ClientAuthentication {
    const faults = new Faults("ClientAuthentication.clientSecretBasic");
    const raw = areProperties<ClientSecretBasicOptions>(faults, options, CLIENT_SECRET_BASIC_OPTIONS) && options.raw;
    return ClientAuthentication.by(raw ? CLIENT_SECRET_BASIC_RAW : CLIENT_SECRET_BASIC, clientId, clientSecret, faults);
  }

  /**
   * The client's id alone in the request body, for a public client (RFC 6749 section 3.2.1).
   *
   * @throws if the client id is empty
   */
  public static none(clientId: string): ClientAuthentication {
    return ClientAuthentication.by(NONE, clientId, undefined);
  }

  /**
   * A JWT that something else has signed, such as the workload identity of HCP Terraform, GitHub, GitLab or Kubernetes
   * (RFC 7523 section 2.2). It is read anew in each run, so that it may be rotated.
   *
   * @throws if the client id is empty, or the assertion is not a `Secret`
   */
  public static clientAssertion(clientId: string, assertion: Secret): ClientAuthentication {
    return ClientAuthentication.by(CLIENT_ASSERTION, clientId, assertion);
  }

  /**
   * A JWT that the program signs with the client's private key in each run (RFC 7523 section 2.2, OpenID Connect Core
   * section 9). Issuer and subject are the client's id, unless the JWT has others.
   *
   * @throws if the client id is empty, or there is no `SignedJwt`
   */
  public static privateKeyJwt(clientId: string, signedJwt: SignedJwt): ClientAuthentication {
    const faults = new Faults("ClientAuthentication.privateKeyJwt");
    isValue(faults, "the JWT", signedJwt, "_hasIssuer", "SignedJwt.withPrivateKey(...)");
    return ClientAuthentication.by(PRIVATE_KEY_JWT, clientId, undefined, faults, signedJwt);
  }

  /**
   * A JWT that the program signs with the client's secret in each run, by HS256 (OpenID Connect Core section 9). The secret
   * itself is not sent.
   *
   * @throws if the client id is empty, the secret is not a `Secret`, or a claim is the program's own
   */
  public static clientSecretJwt(
    clientId: string,
    clientSecret: Secret,
    options: JwtClaimsOptions = {},
  ): ClientAuthentication {
    const faults = new Faults("ClientAuthentication.clientSecretJwt");
    const signedJwt = SignedJwt._withClientSecret(faults, clientSecret, options);
    return ClientAuthentication.by(CLIENT_SECRET_JWT, clientId, clientSecret, faults, signedJwt);
  }

  /**
   * The certificate that the client shows in the TLS handshake (RFC 8705 section 2): signed by an authority that the server
   * trusts (`tls_client_auth`), or by itself (`self_signed_tls_client_auth`).
   *
   * @throws if the client id is empty, or what the certificate is made of is missing or not allowed
   */
  public static tlsClient(clientId: string, certificate: ClientCertificate): ClientAuthentication {
    const faults = new Faults("ClientAuthentication.tlsClient");
    refuseCertificate(faults, certificate);
    return ClientAuthentication.by(TLS_CLIENT, clientId, undefined, faults, undefined, certificate);
  }

  private static by(
    method: ClientAuthenticationMethod,
    clientId: string,
    secret: Secret | undefined,
    faults = new Faults(`ClientAuthentication.${method.factory}`),
    signedJwt?: SignedJwt,
    certificate?: ClientCertificate,
  ): ClientAuthentication {
    if (isText(faults, "the client id", clientId, "the id that the authorization server issued, as text")) {
      const fault =
        clientId === ""
          ? "the client id is empty. Give the id that the authorization server issued."
          : method.clientIdFault?.(clientId);
      if (fault !== undefined) faults.add("invalid-client-id", fault);
    }
    if (method.secret) isSecret(faults, method.secret.what, secret);
    faults.throwAny();
    return new ClientAuthentication(
      [`client_authentication=${method.name}`, `client_id=${formEncode(clientId)}`],
      new Map(method.secret && secret ? [[method.secret.slot, secret]] : []),
      signedJwt && { clientId, signedJwt },
      certificate,
    );
  }

  private constructor(
    /** What of it is not secret, as the program's arguments. @internal */
    public readonly _arguments: readonly string[],
    /** Its secrets by their slots. @internal */
    public readonly _secrets: ReadonlyMap<string, Secret>,
    /** What the program signs to authenticate the client. @internal */
    public readonly _assertion?: { readonly clientId: string; readonly signedJwt: SignedJwt },
    /** What the client shows in the TLS handshake. @internal */
    public readonly _certificate?: ClientCertificate,
  ) {}
}
