variable "client_secret" {
  type      = string
  sensitive = true
}

data "external" "session" {
  program = ["/usr/local/bin/print-session-token", "--profile", "status"]
}

data "http" "login" {
  for_each = { eu = "https://login.eu.palegate.example", us = "https://login.us.palegate.example" }

  url          = "${each.value}/oauth2/token"
  method       = "POST"
  request_body = "grant_type=client_credentials&client_id=probe&client_secret=${urlencode(var.client_secret)}"

  request_headers = {
    Content-Type = "application/x-www-form-urlencoded"
  }

  lifecycle {
    postcondition {
      condition     = self.status_code == 200
      error_message = "No token at ${each.value}."
    }
  }
}

# A probe that sends the token from now on.
resource "azurerm_application_insights_standard_web_test" "orders" {
  name                    = "orders"
  resource_group_name     = "rg-status"
  location                = "westeurope"
  application_insights_id = "/subscriptions/0/resourceGroups/rg-status/providers/Microsoft.Insights/components/ai"
  geo_locations           = ["emea-nl-ams-azr"]

  request {
    url = "https://orders.palegate.example/v1/orders?limit=1"

    header {
      name  = "Authorization"
      value = "Bearer ${jsondecode(data.http.login["eu"].response_body).access_token}"
    }
  }
}

resource "oci_vault_secret" "session" {
  compartment_id = "ocid1.compartment.oc1..status"
  vault_id       = "ocid1.vault.oc1..status"
  key_id         = "ocid1.key.oc1..status"
  secret_name    = "session"

  secret_content {
    content_type = "BASE64"
    content      = base64encode(data.external.session.result.token)
  }
}

resource "oci_vault_secret" "login" {
  for_each = data.http.login

  compartment_id = "ocid1.compartment.oc1..status"
  vault_id       = "ocid1.vault.oc1..status"
  key_id         = "ocid1.key.oc1..status"
  secret_name    = "login-${each.key}"

  secret_content {
    content_type = "BASE64"
    content      = base64encode(jsondecode(each.value.response_body).access_token)
  }
}

# The client's own secret, kept for the application that asks for tokens by itself.
resource "oci_vault_secret" "client" {
  compartment_id = "ocid1.compartment.oc1..status"
  vault_id       = "ocid1.vault.oc1..status"
  key_id         = "ocid1.key.oc1..status"
  secret_name    = "client"

  secret_content {
    content_type = "BASE64"
    content      = base64encode(var.client_secret)
  }
}

# Only when it ends.
resource "oci_vault_secret" "lifetime" {
  compartment_id = "ocid1.compartment.oc1..status"
  vault_id       = "ocid1.vault.oc1..status"
  key_id         = "ocid1.key.oc1..status"
  secret_name    = "lifetime"

  secret_content {
    content_type = "BASE64"
    content      = base64encode(jsondecode(data.http.login["eu"].response_body).expires_in)
  }
}
