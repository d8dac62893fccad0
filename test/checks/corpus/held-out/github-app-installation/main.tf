provider "github" {
  owner = "acme"

  app_auth {
    id              = var.app_id
    installation_id = var.installation_id
    pem_file        = var.app_pem
  }
}

resource "github_repository" "service" {
  for_each               = var.services
  name                   = each.key
  visibility             = "private"
  delete_branch_on_merge = true
  vulnerability_alerts   = true
}

resource "github_actions_secret" "oauth_client_secret" {
  for_each        = var.services
  repository      = github_repository.service[each.key].name
  secret_name     = "OAUTH_CLIENT_SECRET"
  plaintext_value = var.service_client_secrets[each.key]
}

variable "services" {
  type = map(object({ team = string }))
}

variable "service_client_secrets" {
  type      = map(string)
  sensitive = true
}

variable "app_id" {
  type = string
}

variable "installation_id" {
  type = string
}

variable "app_pem" {
  type      = string
  sensitive = true
}
