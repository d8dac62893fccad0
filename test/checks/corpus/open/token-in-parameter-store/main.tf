data "external" "token" {
  program = ["./token.sh"]
}

resource "aws_ssm_parameter" "token" {
  name  = "/ci/token"
  type  = "SecureString"
  value = data.external.token.result.access_token
}
