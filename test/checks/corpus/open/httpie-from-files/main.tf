resource "scaleway_container_namespace" "main" {
  name = "apps"
}

resource "scaleway_container" "api" {
  name           = "api"
  namespace_id   = scaleway_container_namespace.main.id
  registry_image = "rg.fr-par.scw.cloud/apps/api:3"
  port           = 8080
  min_scale      = 1
  max_scale      = 4
  deploy         = true
  environment_variables = {
    OAUTH_ISSUER = "https://sso.reed.example"
  }
}

resource "null_resource" "register_route" {
  triggers = {
    domain = scaleway_container.api.domain_name
  }

  provisioner "local-exec" {
    interpreter = ["bash", "-euo", "pipefail", "-c"]
    command     = <<-EOT
      token=$(http --check-status --ignore-stdin --form POST https://sso.reed.example/oauth2/token \
        grant_type=client_credentials client_id=router client_secret=@"$SECRET_FILE" | jq -er .access_token)
      http --check-status --ignore-stdin PUT https://router.reed.example/routes/api "Authorization: Bearer $token" target=${scaleway_container.api.domain_name}
    EOT
    environment = {
      SECRET_FILE = "/run/secrets/router-client-secret"
    }
  }
}
