data "http" "cisco_sso" {
  url    = "https://cloudsso.cisco.com/as/token.oauth2?grant_type=client_credentials"
  method = "POST"

  request_headers = {
    "Content-Type" = "application/x-www-form-urlencoded"
  }

  request_body = "client_id=${urlencode(var.eox_client_id)}&client_secret=${urlencode(var.eox_client_secret)}"

  insecure = var.insecure
}

locals {
  eox_token = try(jsondecode(data.http.cisco_sso.response_body).access_token, "")
}

data "http" "eox" {
  for_each = toset(var.serials)
  url      = "https://apix.cisco.com/supporttools/eox/rest/5/EOXBySerialNumber/1/${each.value}"

  request_headers = {
    Authorization = "Bearer ${local.eox_token}"
  }
}

resource "mso_schema" "inventory" {
  name = "inventory"
}

resource "null_resource" "eox_report" {
  triggers = {
    serials = join(",", var.serials)
  }
  provisioner "local-exec" {
    command = "python3 report.py"
    environment = {
      BEARER = local.eox_token
    }
  }
}

variable "serials" {
  type = list(string)
}

variable "insecure" {
  type    = bool
  default = true
}

variable "eox_client_id" {
  type = string
}

variable "eox_client_secret" {
  type      = string
  sensitive = true
}
