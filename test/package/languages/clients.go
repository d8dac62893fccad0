package main

import (
	"github.com/aws/constructs-go/constructs/v10"
	"github.com/aws/jsii-runtime-go"
	oauth "github.com/cdktf-oauth2-token/cdktf-oauth2-token-go/cdktfoauth2token"
	"github.com/hashicorp/terraform-cdk-go/cdktf"
)

// What clients.ts writes in TypeScript.
func newClientsStack(scope constructs.Construct, id string) cdktf.TerraformStack {
	stack := cdktf.NewTerraformStack(scope, &id)
	issuer := oauth.TokenEndpoint_FromIssuer(jsii.String("https://login.example.com"))
	tokenEndpoint := oauth.TokenEndpoint_FromUrl(jsii.String("https://auth.example.com/token"))

	signedJwt := oauth.SignedJwt_WithPrivateKey(&oauth.PrivateKeyJwtProps{
		Algorithm:     oauth.JwtAlgorithm_ES256,
		Key:           oauth.Secret_FromFile(jsii.String("/run/secrets/client.key"), nil),
		KeyPassphrase: oauth.Secret_EphemeralVariable(stack, jsii.String("passphrase"), nil),
		KeyId:         jsii.String("first"),
		Claims:        &map[string]*string{"tenant": jsii.String("north")},
	})
	oauth.NewLocalExecAccessToken(stack, jsii.String("private_key_jwt"), &oauth.LocalExecAccessTokenProps{
		Request: oauth.AccessTokenRequest_ClientCredentials(&oauth.ClientCredentialsRequest{
			TokenEndpoint:        issuer,
			ClientAuthentication: oauth.ClientAuthentication_PrivateKeyJwt(jsii.String("abc123"), signedJwt),
			Resources:            jsii.Strings("https://orders.example.com/"),
			RepeatedParameters:   &map[string]*[]*string{"audience": jsii.Strings("orders", "billing")},
		}),
		Retry: oauth.Retry_UpTo(jsii.Number(5)),
	})

	certificate := &oauth.ClientCertificate{
		CertificateFile: jsii.String("/run/secrets/client.pem"),
		Key: oauth.Secret_FromCommand(jsii.Strings("pass", "show", "client"), &oauth.ReadSecretOptions{
			KeepFinalNewline: jsii.Bool(true),
		}),
	}
	tls := oauth.NewExternalAccessToken(stack, jsii.String("tls_client"), &oauth.ExternalAccessTokenProps{
		Request: oauth.AccessTokenRequest_ClientCredentials(&oauth.ClientCredentialsRequest{
			TokenEndpoint:        tokenEndpoint,
			ClientAuthentication: oauth.ClientAuthentication_TlsClient(jsii.String("abc123"), certificate),
		}),
		MinimumTlsVersion: oauth.TlsVersion_V1_3,
		ResponseFields: &map[string]*oauth.ResponseFieldOptions{
			"instance_url": {Sensitive: jsii.Bool(false)},
		},
	})

	password := oauth.AccessTokenRequest_Password(&oauth.PasswordRequest{
		TokenEndpoint: tokenEndpoint,
		ClientAuthentication: oauth.ClientAuthentication_ClientSecretBasic(
			jsii.String("abc123"), oauth.Secret_FromEnvironment(jsii.String("CLIENT_SECRET")), nil,
		),
		Username: jsii.String("jane"),
		Password: oauth.Secret_FromFile(jsii.String("/run/secrets/password"), nil),
		SecretParameters: &map[string]oauth.Secret{
			"gateway_key": oauth.Secret_FromCommand(jsii.Strings("pass", "show", "gateway"), nil),
		},
	})
	oauth.NewLocalExecAccessToken(stack, jsii.String("password"), &oauth.LocalExecAccessTokenProps{
		Request:      password,
		DependsOn:    &[]cdktf.ITerraformDependable{tls},
		Run:          &[]*string{jsii.String("/opt/tools/call-api.sh"), tls.ResponseField(jsii.String("instance_url"))},
		RunAtDestroy: jsii.Strings("/opt/tools/clean-up.sh"),
	})

	oauth.NewEphemeralAccessToken(stack, jsii.String("token_exchange"), &oauth.AccessTokenProps{
		Request: oauth.AccessTokenRequest_TokenExchange(&oauth.TokenExchangeRequest{
			TokenEndpoint: tokenEndpoint,
			ClientAuthentication: oauth.ClientAuthentication_ClientSecretJwt(
				jsii.String("abc123"), oauth.Secret_FromEnvironment(jsii.String("CLIENT_SECRET")), nil,
			),
			SubjectToken:     oauth.Secret_EphemeralVariable(stack, jsii.String("subject_token"), nil),
			SubjectTokenType: jsii.String("urn:ietf:params:oauth:token-type:jwt"),
			Audiences:        jsii.Strings("orders"),
		}),
	})
	return stack
}

func main() {
	app := cdktf.NewApp(nil)
	newClientsStack(app, "clients")
	app.Synth()
}
