resource "gitlab_project_access_token" "renovate" {
  project      = gitlab_project.app.id
  name         = "renovate"
  expires_at   = "2027-01-31"
  access_level = "developer"
  scopes       = ["api", "write_repository"]
}

resource "gitlab_project" "app" {
  name             = "app"
  namespace_id     = var.namespace_id
  default_branch   = "main"
  visibility_level = "private"
}

resource "gitlab_project_variable" "renovate" {
  project   = gitlab_project.app.id
  key       = "RENOVATE_TOKEN"
  value     = gitlab_project_access_token.renovate.token
  masked    = true
  protected = true
}

resource "gitlab_project_hook" "deploy" {
  project     = gitlab_project.app.id
  url         = "https://hooks.acme.example/gitlab"
  token       = random_password.hook.result
  push_events = true
}

resource "random_password" "hook" {
  length  = 40
  special = false
}

variable "namespace_id" {
  type = number
}
