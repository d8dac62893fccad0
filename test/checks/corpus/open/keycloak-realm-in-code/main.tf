terraform {
  required_providers {
    keycloak = {
      source  = "keycloak/keycloak"
      version = ">= 5.0"
    }
  }
}

provider "keycloak" {
  client_id     = "terraform"
  client_secret = var.keycloak_client_secret
  url           = "https://sso.juniper-care.example"
}

resource "keycloak_realm" "care" {
  realm                    = "care"
  enabled                  = true
  login_theme              = "care"
  access_token_lifespan    = "5m"
  sso_session_idle_timeout = "30m"

  security_defenses {
    brute_force_detection {
      permanent_lockout     = false
      max_login_failures    = 8
      failure_reset_time_seconds = 43200
    }
  }
}

resource "keycloak_openid_client" "backend" {
  realm_id                 = keycloak_realm.care.id
  client_id                = "backend"
  name                     = "Backend"
  access_type              = "CONFIDENTIAL"
  service_accounts_enabled = true
  standard_flow_enabled    = false
  client_secret            = random_password.backend.result
}

resource "random_password" "backend" {
  length  = 48
  special = false
}

resource "keycloak_openid_client_scope" "records" {
  realm_id               = keycloak_realm.care.id
  name                   = "records"
  include_in_token_scope = true
}

resource "keycloak_openid_client_default_scopes" "backend" {
  realm_id       = keycloak_realm.care.id
  client_id      = keycloak_openid_client.backend.id
  default_scopes = ["basic", "roles", keycloak_openid_client_scope.records.name]
}

resource "keycloak_oidc_identity_provider" "hospital" {
  realm             = keycloak_realm.care.id
  alias             = "hospital"
  authorization_url = "https://login.hospital.example/oauth2/authorize"
  token_url         = "https://login.hospital.example/oauth2/token"
  client_id         = "juniper"
  client_secret     = var.hospital_client_secret
  default_scopes    = "openid email"
}

resource "vault_kv_secret_v2" "backend" {
  mount = "kv"
  name  = "care/backend"
  data_json = jsonencode({
    client_id     = keycloak_openid_client.backend.client_id
    client_secret = keycloak_openid_client.backend.client_secret
    token_url     = "https://sso.juniper-care.example/realms/care/protocol/openid-connect/token"
  })
}
