resource "azurerm_resource_deployment_script_azure_power_shell" "register" {
  name                = "register-app"
  resource_group_name = var.rg
  location            = var.location
  version             = "9.7"
  retention_interval  = "P1D"
  cleanup_preference  = "OnSuccess"

  environment_variable {
    name         = "CLIENT_SECRET"
    secure_value = var.client_secret
  }

  script_content = <<-PS
    $body = @{ grant_type = 'client_credentials'; client_id = 'portal'; client_secret = $Env:CLIENT_SECRET } | ConvertTo-Json
    $answer = Invoke-RestMethod -Method Post -Uri 'https://id.causeway.example/oauth2/token' -ContentType 'application/json' -Body $body
    Invoke-RestMethod -Method Post -Uri 'https://portal.causeway.example/api/apps' -Headers @{ Authorization = "Bearer $($answer.access_token)" } -Body '{}' -ContentType 'application/json'
  PS
}

variable "rg" {
  type = string
}

variable "location" {
  type = string
}

variable "client_secret" {
  type      = string
  sensitive = true
}
