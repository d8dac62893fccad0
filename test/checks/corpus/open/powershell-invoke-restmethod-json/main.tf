resource "null_resource" "graph" {
  triggers = {
    version = var.app_version
  }

  provisioner "local-exec" {
    interpreter = ["PowerShell", "-Command"]
    command     = <<-PS
      $body = @{
        grant_type    = "client_credentials"
        client_id     = "${var.client_id}"
        client_secret = "${var.client_secret}"
        scope         = "https://graph.microsoft.com/.default"
      } | ConvertTo-Json
      $resp = Invoke-RestMethod -Method Post -Uri "https://login.microsoftonline.com/${var.tenant_id}/oauth2/v2.0/token" -Body $body -ContentType "application/json"
      Write-Host "Got token $($resp.access_token)"
    PS
  }
}

variable "app_version" { type = string }
variable "tenant_id" { type = string }
variable "client_id" { type = string }
variable "client_secret" { type = string }
