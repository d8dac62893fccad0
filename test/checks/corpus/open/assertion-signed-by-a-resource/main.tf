terraform {
  required_providers {
    jwt  = { source = "camptocamp/jwt" }
    http = { source = "hashicorp/http" }
  }
}

variable "signing_key" {
  description = "PEM of the key that the identity provider knows"
  type        = string
  sensitive   = true
}

variable "cluster_key" {
  type      = string
  sensitive = true
}

locals {
  issuer = "https://id.hollinbeck.example"
  claims = { iss = "deploy", sub = "deploy", aud = "${local.issuer}/oauth2/token" }
}

resource "jwt_signed_token" "client" {
  algorithm   = "RS256"
  key         = var.signing_key
  claims_json = jsonencode(local.claims)
}

# For Argo CD itself: it asks nobody for a token.
resource "jwt_hashed_token" "argocd" {
  algorithm   = "HS256"
  secret      = var.cluster_key
  claims_json = jsonencode({ iss = "argocd", sub = "ci" })
}

ephemeral "terracurl_request" "token" {
  name           = "token"
  url            = "${local.issuer}/oauth2/token"
  method         = "POST"
  headers        = { Content-Type = "application/x-www-form-urlencoded" }
  response_codes = [200]
  request_body = join("&", [
    "grant_type=client_credentials",
    "client_assertion_type=urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
    "client_assertion=${urlencode(jwt_signed_token.client.token)}",
  ])
}
