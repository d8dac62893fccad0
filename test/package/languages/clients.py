from cdktf import App, TerraformStack
from cdktf_oauth2_token import (
    AccessTokenRequest,
    ClientAuthentication,
    EphemeralAccessToken,
    ExternalAccessToken,
    JwtAlgorithm,
    LocalExecAccessToken,
    ResponseFieldOptions,
    Retry,
    Secret,
    SignedJwt,
    TlsVersion,
    TokenEndpoint,
)
from constructs import Construct


class ClientsStack(TerraformStack):
    """What clients.ts writes in TypeScript."""

    def __init__(self, scope: Construct, id: str) -> None:
        super().__init__(scope, id)
        issuer = TokenEndpoint.from_issuer("https://login.example.com")
        token_endpoint = TokenEndpoint.from_url("https://auth.example.com/token")

        signed_jwt = SignedJwt.with_private_key(
            algorithm=JwtAlgorithm.ES256,
            key=Secret.from_file("/run/secrets/client.key"),
            key_passphrase=Secret.ephemeral_variable(self, "passphrase"),
            key_id="first",
            claims={"tenant": "north"},
        )
        LocalExecAccessToken(
            self,
            "private_key_jwt",
            request=AccessTokenRequest.client_credentials(
                token_endpoint=issuer,
                client_authentication=ClientAuthentication.private_key_jwt("abc123", signed_jwt),
                resources=["https://orders.example.com/"],
                repeated_parameters={"audience": ["orders", "billing"]},
            ),
            retry=Retry.up_to(5),
        )

        tls_client = ClientAuthentication.tls_client(
            "abc123",
            certificate_file="/run/secrets/client.pem",
            key=Secret.from_command(["pass", "show", "client"], keep_final_newline=True),
        )
        tls = ExternalAccessToken(
            self,
            "tls_client",
            request=AccessTokenRequest.client_credentials(
                token_endpoint=token_endpoint,
                client_authentication=tls_client,
            ),
            minimum_tls_version=TlsVersion.V1_3,
            response_fields={"instance_url": ResponseFieldOptions(sensitive=False)},
        )

        password = AccessTokenRequest.password(
            token_endpoint=token_endpoint,
            client_authentication=ClientAuthentication.client_secret_basic(
                "abc123", Secret.from_environment("CLIENT_SECRET")
            ),
            username="jane",
            password=Secret.from_file("/run/secrets/password"),
            secret_parameters={"gateway_key": Secret.from_command(["pass", "show", "gateway"])},
        )
        LocalExecAccessToken(
            self,
            "password",
            request=password,
            depends_on=[tls],
            run=["/opt/tools/call-api.sh", tls.response_field("instance_url")],
            run_at_destroy=["/opt/tools/clean-up.sh"],
        )

        EphemeralAccessToken(
            self,
            "token_exchange",
            request=AccessTokenRequest.token_exchange(
                token_endpoint=token_endpoint,
                client_authentication=ClientAuthentication.client_secret_jwt(
                    "abc123", Secret.from_environment("CLIENT_SECRET")
                ),
                subject_token=Secret.ephemeral_variable(self, "subject_token"),
                subject_token_type="urn:ietf:params:oauth:token-type:jwt",
                audiences=["orders"],
            ),
        )


app = App()
ClientsStack(app, "clients")
app.synth()
