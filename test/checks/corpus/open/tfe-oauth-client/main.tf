resource "tfe_oauth_client" "github" {
  organization     = "acme"
  api_url          = "https://api.github.com"
  http_url         = "https://github.com"
  oauth_token      = var.github_token
  service_provider = "github"
}

resource "tfe_workspace" "app" {
  for_each     = toset(["dev", "prod"])
  name         = "app-${each.key}"
  organization = "acme"

  vcs_repo {
    identifier     = "acme/app"
    oauth_token_id = tfe_oauth_client.github.oauth_token_id
  }
}

resource "tfe_variable" "client_secret" {
  for_each     = tfe_workspace.app
  key          = "client_secret"
  value        = var.client_secret
  category     = "terraform"
  sensitive    = true
  workspace_id = each.value.id
}

variable "github_token" {
  type      = string
  sensitive = true
}

variable "client_secret" {
  type      = string
  sensitive = true
}
