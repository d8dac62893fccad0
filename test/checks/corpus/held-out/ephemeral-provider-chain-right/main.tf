terraform {
  required_version = ">= 1.11"
  required_providers {
    vault = {
      source  = "hashicorp/vault"
      version = ">= 5.0"
    }
    keycloak = {
      source  = "keycloak/keycloak"
      version = ">= 5.1"
    }
  }
}

ephemeral "vault_kv_secret_v2" "keycloak" {
  mount = "identity"
  name  = "keycloak/terraform"
}

provider "keycloak" {
  url           = "https://sso.cygnet.example"
  client_id     = ephemeral.vault_kv_secret_v2.keycloak.data["client_id"]
  client_secret = ephemeral.vault_kv_secret_v2.keycloak.data["client_secret"]
}

ephemeral "random_password" "client" {
  length  = 40
  special = false
}

resource "keycloak_openid_client" "api" {
  realm_id                 = "main"
  client_id                = "api"
  access_type              = "CONFIDENTIAL"
  service_accounts_enabled = true
  client_secret_wo         = ephemeral.random_password.client.result
  client_secret_wo_version = 1
}

resource "vault_kv_secret_v2" "api" {
  mount                = "identity"
  name                 = "keycloak/api"
  data_json_wo         = jsonencode({ client_secret = ephemeral.random_password.client.result })
  data_json_wo_version = 1
}

resource "aws_ssm_parameter" "token_endpoint" {
  name  = "/identity/token-endpoint"
  type  = "String"
  value = "https://sso.cygnet.example/realms/main/protocol/openid-connect/token"
}
