resource "google_integrations_client" "this" {
  location = "europe-west1"
}

resource "google_integrations_auth_config" "erp" {
  location     = google_integrations_client.this.location
  display_name = "erp"
  description  = "Client credentials of the ERP"

  decrypted_credential {
    credential_type = "OAUTH2_CLIENT_CREDENTIALS"
    oauth2_client_credentials {
      client_id      = var.erp_client_id
      client_secret  = data.google_secret_manager_secret_version_access.erp.secret_data
      scope          = "erp.read"
      token_endpoint = "https://login.erp.avocet.example/oauth2/token"
      request_type   = "REQUEST_BODY"
    }
  }
}

data "google_secret_manager_secret_version_access" "erp" {
  secret = "erp-client-secret"
}

resource "google_integration_connectors_connection" "salesforce" {
  name              = "salesforce"
  location          = "europe-west1"
  connector_version = "projects/${var.project}/locations/global/providers/salesforce/connectors/salesforce/versions/1"
  service_account   = google_service_account.connectors.email

  auth_config {
    auth_type = "OAUTH2_JWT_BEARER"
    oauth2_jwt_bearer {
      client_key {
        secret_version = "projects/${var.project}/secrets/sf-key/versions/1"
      }
      jwt_claims {
        issuer   = var.salesforce_consumer_key
        subject  = "integration@avocet.example"
        audience = "https://login.salesforce.com"
      }
    }
  }
}

resource "google_service_account" "connectors" {
  account_id = "connectors"
}

variable "project" {
  type = string
}

variable "erp_client_id" {
  type = string
}

variable "salesforce_consumer_key" {
  type = string
}
