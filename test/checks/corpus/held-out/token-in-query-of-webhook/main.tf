data "external" "login" {
  program = ["${path.module}/bin/oauth-token.sh", "deploy"]
}

resource "null_resource" "notify" {
  provisioner "local-exec" {
    command = "curl -fsS -o /dev/null 'https://ci.example/hooks/run?access_token=${data.external.login.result.access_token}'"
  }
}
