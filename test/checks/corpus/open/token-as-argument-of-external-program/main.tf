data "external" "login" {
  program = ["${path.module}/oauth-login.sh"]
}

data "external" "projects" {
  program = ["${path.module}/projects.sh", data.external.login.result.access_token]
}
