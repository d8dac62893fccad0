resource "cloudflare_zero_trust_access_identity_provider" "okta" {
  account_id = var.account_id
  name       = "Okta"
  type       = "okta"
  config {
    client_id     = var.okta_client_id
    client_secret = var.okta_client_secret
    okta_account  = "https://curlew.okta.com"
  }
}

resource "cloudflare_zero_trust_access_identity_provider" "generic" {
  account_id = var.account_id
  name       = "Partners"
  type       = "oidc"
  config {
    client_id     = "cloudflare"
    client_secret = var.partner_client_secret
    auth_url      = "https://sso.partners.curlew.example/oauth2/authorize"
    token_url     = "https://sso.partners.curlew.example/oauth2/token"
    certs_url     = "https://sso.partners.curlew.example/oauth2/certs"
    scopes        = ["openid", "email"]
  }
}

resource "cloudflare_zero_trust_access_application" "wiki" {
  zone_id                   = var.zone_id
  name                      = "wiki"
  domain                    = "wiki.curlew.example"
  type                      = "self_hosted"
  session_duration          = "24h"
  auto_redirect_to_identity = true
  allowed_idps              = [cloudflare_zero_trust_access_identity_provider.okta.id]
}

resource "cloudflare_zero_trust_access_service_token" "ci" {
  account_id = var.account_id
  name       = "ci"
  duration   = "8760h"
}

resource "random_bytes" "tunnel" {
  length = 32
}

resource "cloudflare_zero_trust_tunnel_cloudflared" "wiki" {
  account_id = var.account_id
  name       = "wiki"
  secret     = random_bytes.tunnel.base64
}

resource "null_resource" "purge" {
  provisioner "local-exec" {
    command = "curl -s -X POST https://api.cloudflare.com/client/v4/zones/${var.zone_id}/purge_cache -H \"Authorization: Bearer $CF_API_TOKEN\" -H 'Content-Type: application/json' --data '{\"purge_everything\":true}'"
  }
}

output "ci_client_id" {
  value = cloudflare_zero_trust_access_service_token.ci.client_id
}
