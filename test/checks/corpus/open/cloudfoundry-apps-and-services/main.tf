provider "cloudfoundry" {
  api_url  = "https://api.cf.eu10.hana.ondemand.com"
  user     = var.cf_user
  password = var.cf_password
}

data "cloudfoundry_service" "xsuaa" {
  name = "xsuaa"
}

resource "cloudfoundry_service_instance" "xsuaa" {
  name         = "uaa"
  space        = cloudfoundry_space.dev.id
  service_plan = data.cloudfoundry_service.xsuaa.service_plans["application"]
  json_params = jsonencode({
    xsappname = "orders"
    tenant-mode = "dedicated"
    scopes    = [{ name = "$XSAPPNAME.read", description = "read" }]
    oauth2-configuration = {
      grant-types    = ["client_credentials", "urn:ietf:params:oauth:grant-type:jwt-bearer"]
      token-validity = 3600
    }
  })
}

resource "cloudfoundry_service_key" "xsuaa" {
  name             = "key"
  service_instance = cloudfoundry_service_instance.xsuaa.id
}

resource "cloudfoundry_space" "dev" {
  name = "dev"
  org  = var.org_id
}

resource "cloudfoundry_app" "orders" {
  name       = "orders"
  space      = cloudfoundry_space.dev.id
  memory     = 512
  instances  = 2
  path       = "${path.module}/orders.zip"
  buildpack  = "nodejs_buildpack"
  strategy   = "blue-green-v2"
  health_check_type = "http"
  health_check_http_endpoint = "/healthz"

  environment = {
    XSUAA_TOKEN_URL = "${cloudfoundry_service_key.xsuaa.credentials["url"]}/oauth/token"
  }

  service_binding {
    service_instance = cloudfoundry_service_instance.xsuaa.id
  }
}

output "uaa_url" {
  value = cloudfoundry_service_key.xsuaa.credentials["url"]
}

variable "cf_user" {
  type = string
}

variable "cf_password" {
  type      = string
  sensitive = true
}

variable "org_id" {
  type = string
}
