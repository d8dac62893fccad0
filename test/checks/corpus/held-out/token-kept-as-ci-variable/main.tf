data "external" "npm" {
  program = ["python3", "${path.module}/npm_token.py"]
}

resource "gitlab_project_variable" "npm" {
  project = "77"
  key     = "NPM_TOKEN"
  value   = data.external.npm.result.token
  masked  = true
}
