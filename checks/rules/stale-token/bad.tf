data "external" "token" {
  program = ["./token.sh"]
}

provider "genesyscloud" {
  access_token = data.external.token.result.access_token
}
