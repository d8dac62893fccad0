terraform {
  required_providers {
    github = {
      source  = "integrations/github"
      version = "~> 6.2"
    }
  }
}

provider "github" {
  owner = "windmill-labs"
  app_auth {
    id              = var.app_id
    installation_id = var.app_installation_id
    pem_file        = var.app_pem
  }
}

resource "github_repository" "services" {
  for_each               = toset(var.services)
  name                   = each.value
  visibility             = "private"
  delete_branch_on_merge = true
  vulnerability_alerts   = true
  topics                 = ["service", "terraform-managed"]
}

resource "github_branch_protection" "main" {
  for_each      = github_repository.services
  repository_id = each.value.node_id
  pattern       = "main"

  required_status_checks {
    strict   = true
    contexts = ["ci/test"]
  }

  required_pull_request_reviews {
    required_approving_review_count = 1
  }
}

resource "github_repository_webhook" "ci" {
  for_each   = github_repository.services
  repository = each.value.name
  events     = ["push", "pull_request"]

  configuration {
    url          = "https://ci.windmill.example/github-webhook/"
    content_type = "json"
    secret       = var.webhook_secret
    insecure_ssl = false
  }
}

resource "github_actions_secret" "npm" {
  for_each        = github_repository.services
  repository      = each.value.name
  secret_name     = "NPM_TOKEN"
  plaintext_value = var.npm_token
}

resource "null_resource" "dispatch" {
  for_each = github_repository.services
  provisioner "local-exec" {
    command = <<EOT
curl -L -X POST -H "Accept: application/vnd.github+json" -H "Authorization: Bearer $GH_TOKEN" \
  https://api.github.com/repos/windmill-labs/${each.key}/dispatches -d '{"event_type": "bootstrap"}'
EOT
  }
}
