module "app" {
  source               = "git::https://git.acme.test/app.git"
  client_secret        = "arn:aws:ssm:eu-west-1:123456789012:parameter/idp/client"
  azure_client_secret  = "secret/data/idp#client_secret"
  google_client_secret = "projects/p-1/secrets/idp-client/versions/latest"
  okta_client_secret   = "op://infra/idp/client secret"
}
