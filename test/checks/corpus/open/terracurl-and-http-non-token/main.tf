resource "terracurl_request" "mount_kv" {
  name         = "kv"
  url          = "https://vault.dotterel.example/v1/sys/mounts/apps"
  method       = "POST"
  request_body = jsonencode({ type = "kv", options = { version = "2" } })

  headers = {
    X-Vault-Token = var.vault_token
  }

  response_codes = [200, 204]

  destroy_url            = "https://vault.dotterel.example/v1/sys/mounts/apps"
  destroy_method         = "DELETE"
  destroy_response_codes = [204]
  destroy_headers = {
    X-Vault-Token = var.vault_token
  }
}

resource "restapi_object" "oauth_client" {
  path         = "/admin/oauth/clients"
  id_attribute = "client_id"
  data = jsonencode({
    client_id                  = "reporting"
    client_name                = "Reporting"
    grant_types                = ["client_credentials"]
    token_endpoint_auth_method = "client_secret_basic"
    scope                      = "reports:read"
  })
}

resource "http_request" "banner" {
  url    = "https://cms.dotterel.example/api/banner"
  method = "PUT"
  headers = {
    "Content-Type" = "application/json"
    "X-Api-Key"    = var.cms_key
  }
  request_body = jsonencode({ text = "Maintenance on Sunday", active = false })
}

variable "vault_token" {
  type      = string
  sensitive = true
}

variable "cms_key" {
  type = string
}
