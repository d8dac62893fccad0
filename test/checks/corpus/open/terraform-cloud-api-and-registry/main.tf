resource "tfe_workspace" "this" {
  for_each     = var.workspaces
  name         = each.key
  organization = "pelican"
  project_id   = tfe_project.platform.id

  vcs_repo {
    identifier     = each.value.repo
    oauth_token_id = tfe_oauth_client.github.oauth_token_id
  }
}

resource "tfe_project" "platform" {
  organization = "pelican"
  name         = "platform"
}

resource "tfe_oauth_client" "github" {
  organization     = "pelican"
  api_url          = "https://api.github.com"
  http_url         = "https://github.com"
  oauth_token      = var.github_pat
  service_provider = "github"
}

resource "tfe_variable" "client_id" {
  for_each     = tfe_workspace.this
  workspace_id = each.value.id
  category     = "env"
  key          = "ARM_CLIENT_ID"
  value        = var.arm_client_id
}

resource "null_resource" "queue_run" {
  for_each = tfe_workspace.this

  provisioner "local-exec" {
    command = <<-EOT
      curl --silent --show-error --fail \
        --header "Authorization: Bearer $TFE_TOKEN" \
        --header "Content-Type: application/vnd.api+json" \
        --request POST \
        --data '${jsonencode({
    data = {
      type          = "runs"
      attributes    = { message = "first run", "auto-apply" = true }
      relationships = { workspace = { data = { type = "workspaces", id = each.value.id } } }
    }
})}' \
        https://app.terraform.io/api/v2/runs
    EOT
}
}

variable "workspaces" {
  type = map(object({
    repo = string
  }))
}

variable "github_pat" {
  type      = string
  sensitive = true
}

variable "arm_client_id" {
  type = string
}
