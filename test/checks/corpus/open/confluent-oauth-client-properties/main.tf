resource "confluent_environment" "staging" {
  display_name = "staging"
}

resource "confluent_kafka_cluster" "events" {
  display_name = "events"
  availability = "MULTI_ZONE"
  cloud        = "AWS"
  region       = "eu-central-1"

  dedicated {
    cku = 2
  }

  environment {
    id = confluent_environment.staging.id
  }
}

resource "confluent_identity_provider" "okta" {
  display_name = "Okta"
  description  = "Workforce and machine identities"
  issuer       = var.issuer
  jwks_uri     = "${var.issuer}/v1/keys"
}

resource "confluent_identity_pool" "apps" {
  identity_provider {
    id = confluent_identity_provider.okta.id
  }
  display_name   = "apps"
  description    = "Client credentials of the producing apps"
  identity_claim = "claims.cid"
  filter         = "claims.aud == 'kafka'"
}

resource "confluent_role_binding" "apps" {
  principal   = "User:${confluent_identity_pool.apps.id}"
  role_name   = "CloudClusterAdmin"
  crn_pattern = confluent_kafka_cluster.events.rbac_crn
}

variable "issuer" {
  type    = string
  default = "https://dev-20441.okta.com/oauth2/aus1"
}
