ephemeral "external_token" "npm" {
  client_id = "npm"
}

resource "aws_ssm_parameter" "npm" {
  name             = "/ci/npm"
  type             = "SecureString"
  value_wo         = ephemeral.external_token.npm.access_token
  value_wo_version = 1
}
