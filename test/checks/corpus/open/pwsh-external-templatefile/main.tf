data "external" "pbi_token" {
  program = ["pwsh", "-NoProfile", "-Command", templatefile("${path.module}/scripts/Get-Token.ps1.tftpl", {
    tenant = var.tenant_id
    client = var.pbi_client_id
    secret = var.pbi_client_secret
  })]
}

resource "null_resource" "workspace" {
  for_each = toset(var.workspaces)

  provisioner "local-exec" {
    interpreter = ["pwsh", "-NoProfile", "-Command"]
    command     = "Invoke-RestMethod -Method Post -Uri 'https://api.powerbi.com/v1.0/myorg/groups' -Headers @{ Authorization = \"Bearer $env:TOKEN\" } -ContentType 'application/json' -Body (@{ name = '${each.key}' } | ConvertTo-Json)"
    environment = {
      TOKEN = data.external.pbi_token.result.token
    }
  }
}

variable "tenant_id" {
  type = string
}

variable "pbi_client_id" {
  type = string
}

variable "pbi_client_secret" {
  type      = string
  sensitive = true
}

variable "workspaces" {
  type    = list(string)
  default = ["Finance", "Supply"]
}
