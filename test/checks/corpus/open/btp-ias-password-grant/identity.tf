resource "btp_subaccount_service_instance" "identity" {
  subaccount_id  = var.subaccount_id
  name           = "kyma-oidc"
  serviceplan_id = data.btp_subaccount_service_plan.identity.id
  parameters = jsonencode({
    name                 = "kyma-oidc"
    "oauth2-configuration" = { "grant-types" = ["password", "client_credentials"], "token-policy" = { "token-validity" = 3600 } }
  })
}

data "btp_subaccount_service_plan" "identity" {
  subaccount_id = var.subaccount_id
  offering_name = "identity"
  name          = "application"
}

resource "btp_subaccount_service_binding" "identity" {
  subaccount_id       = var.subaccount_id
  name                = "kyma-oidc"
  service_instance_id = btp_subaccount_service_instance.identity.id
  parameters          = jsonencode({ "credential-type" = "SECRET" })
}

locals {
  idp = jsondecode(btp_subaccount_service_binding.identity.credentials)
}
