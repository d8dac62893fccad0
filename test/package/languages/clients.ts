import {
  AccessTokenRequest,
  ClientAuthentication,
  EphemeralAccessToken,
  ExternalAccessToken,
  JwtAlgorithm,
  LocalExecAccessToken,
  Retry,
  Secret,
  SignedJwt,
  TlsVersion,
  TokenEndpoint,
} from "cdktf-oauth2-token";
import { App, TerraformStack } from "cdktf";
import type { Construct } from "constructs";

/** What clients.py and clients.go write in other languages: every kind of client, and several secrets. */
class ClientsStack extends TerraformStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    const issuer = TokenEndpoint.fromIssuer("https://login.example.com");
    const tokenEndpoint = TokenEndpoint.fromUrl("https://auth.example.com/token");

    new LocalExecAccessToken(this, "private_key_jwt", {
      request: AccessTokenRequest.clientCredentials({
        tokenEndpoint: issuer,
        clientAuthentication: ClientAuthentication.privateKeyJwt(
          "abc123",
          SignedJwt.withPrivateKey({
            algorithm: JwtAlgorithm.ES256,
            key: Secret.fromFile("/run/secrets/client.key"),
            keyPassphrase: Secret.ephemeralVariable(this, "passphrase"),
            keyId: "first",
            claims: { tenant: "north" },
          }),
        ),
        resources: ["https://orders.example.com/"],
        repeatedParameters: { audience: ["orders", "billing"] },
      }),
      retry: Retry.upTo(5),
    });

    const tls = new ExternalAccessToken(this, "tls_client", {
      request: AccessTokenRequest.clientCredentials({
        tokenEndpoint,
        clientAuthentication: ClientAuthentication.tlsClient("abc123", {
          certificateFile: "/run/secrets/client.pem",
          key: Secret.fromCommand(["pass", "show", "client"], { keepFinalNewline: true }),
        }),
      }),
      minimumTlsVersion: TlsVersion.V1_3,
      responseFields: { instance_url: { sensitive: false } },
    });

    const password = AccessTokenRequest.password({
      tokenEndpoint,
      clientAuthentication: ClientAuthentication.clientSecretBasic("abc123", Secret.fromEnvironment("CLIENT_SECRET")),
      username: "jane",
      password: Secret.fromFile("/run/secrets/password"),
      secretParameters: { gateway_key: Secret.fromCommand(["pass", "show", "gateway"]) },
    });
    new LocalExecAccessToken(this, "password", {
      request: password,
      dependsOn: [tls],
      run: ["/opt/tools/call-api.sh", tls.responseField("instance_url")],
      runAtDestroy: ["/opt/tools/clean-up.sh"],
    });

    new EphemeralAccessToken(this, "token_exchange", {
      request: AccessTokenRequest.tokenExchange({
        tokenEndpoint,
        clientAuthentication: ClientAuthentication.clientSecretJwt("abc123", Secret.fromEnvironment("CLIENT_SECRET")),
        subjectToken: Secret.ephemeralVariable(this, "subject_token"),
        subjectTokenType: "urn:ietf:params:oauth:token-type:jwt",
        audiences: ["orders"],
      }),
    });
  }
}

const app = new App();
new ClientsStack(app, "clients");
app.synth();
