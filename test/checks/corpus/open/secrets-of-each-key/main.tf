variable "idp" {
  description = "Client of the deploy jobs"
  sensitive   = true
  type = object({
    id     = string
    secret = string
    scope  = string
  })
}

locals {
  job_settings = {
    IDP_CLIENT_ID     = var.idp.id
    IDP_CLIENT_SECRET = var.idp.secret
    IDP_SCOPE         = var.idp.scope
    REGION            = "eu-north-1"
  }
  repositories = ["edge", "core"]
}

# Each of the settings by its name: the secret is neither the first nor the last.
resource "github_actions_secret" "jobs" {
  for_each = toset(["IDP_CLIENT_ID", "IDP_CLIENT_SECRET", "IDP_SCOPE"])

  repository      = "deploy"
  secret_name     = each.key
  plaintext_value = local.job_settings[each.key]
}

resource "gitlab_group_variable" "jobs" {
  for_each = local.job_settings

  group = "deploy"
  key   = each.key
  value = each.value
}

# Of these no instance has a secret.
resource "github_actions_variable" "region" {
  for_each = toset(local.repositories)

  repository    = each.value
  variable_name = "REGION"
  value         = local.job_settings["REGION"]
}

resource "gitlab_project_variable" "public" {
  for_each = toset(["IDP_CLIENT_ID", "REGION", "IDP_SCOPE"])

  project = "deploy/edge"
  key     = each.value
  value   = local.job_settings[each.value]
}

resource "null_resource" "smoke" {
  provisioner "local-exec" {
    interpreter = ["bash", "-euo", "pipefail", "-c"]
    command     = <<-EOT
      printf 'grant_type=client_credentials&client_id=%s&client_secret=%s' "$ID" "$SECRET" \
        | curl -sS --fail-with-body --data @- -o /dev/null https://idp.brinewell.example/oauth2/token
    EOT
    environment = {
      ID     = urlencode(var.idp.id)
      SECRET = urlencode(var.idp.secret)
    }
  }
}
