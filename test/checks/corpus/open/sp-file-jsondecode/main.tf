locals {
  sp = jsondecode(file(pathexpand(var.sp_file)))

  hub_id  = "/subscriptions/${local.sp.subscriptionId}/resourceGroups/rg-hub/providers/Microsoft.Network/virtualHubs/hub"
  headers = { Authorization = "Bearer ${jsondecode(data.http.arm_token.body).access_token}" }
}

data "http" "arm_token" {
  method = "POST"
  url    = "https://login.microsoftonline.com/${local.sp.tenant}/oauth2/v2.0/token"

  request_headers = {
    Content-Type = "application/x-www-form-urlencoded"
  }

  request_body = "grant_type=client_credentials&client_id=${local.sp.appId}&client_secret=${local.sp.password}&scope=https://management.azure.com/.default"
}

data "http" "hub" {
  url             = "https://management.azure.com${local.hub_id}?api-version=2022-05-01"
  request_headers = local.headers
}

resource "null_resource" "routing_intent" {
  triggers = {
    hub = local.hub_id
  }

  provisioner "local-exec" {
    command = "python3 ${path.module}/routing_intent.py"
    environment = {
      ARM_BEARER = local.headers.Authorization
      HUB_ID     = local.hub_id
    }
  }
}

variable "sp_file" {
  type    = string
  default = "~/.azure/sp.json"
}
