resource "null_resource" "service_fabric_app" {
  provisioner "local-exec" {
    interpreter = ["powershell", "-Command"]
    command     = <<-EOT
      $tokenBody = @{
        grant_type    = 'client_credentials'
        client_id     = '${var.client_id}'
        client_secret = '${var.client_secret}'
      } | ConvertTo-Json
      $tokenResponse = Invoke-WebRequest -Uri 'https://sts.yarrow.example/connect/token' -Method POST -Body $tokenBody -ContentType 'application/json' -UseBasicParsing
      $token = ($tokenResponse.Content | ConvertFrom-Json).access_token
      Write-Host "Token: $token"
      Invoke-RestMethod -Uri 'https://apps.yarrow.example/api/apps' -Method POST -Headers @{ Authorization = "Bearer $token" } -Body '{}' -ContentType 'application/json'
    EOT
  }
}

variable "client_id" {
  type = string
}

variable "client_secret" {
  type = string
}
