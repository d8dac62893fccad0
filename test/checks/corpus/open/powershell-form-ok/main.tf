resource "null_resource" "exchange_policy" {
  provisioner "local-exec" {
    interpreter = ["pwsh", "-NoProfile", "-NonInteractive", "-Command"]
    command     = <<-PS
      $ErrorActionPreference = 'Stop'
      $form = @{
        grant_type    = 'client_credentials'
        client_id     = $env:CLIENT_ID
        client_secret = $env:CLIENT_SECRET
        scope         = 'https://graph.microsoft.com/.default'
      }
      $token = Invoke-RestMethod -Method Post -Uri $env:TOKEN_URL -Body $form -ContentType 'application/x-www-form-urlencoded'
      $headers = @{ Authorization = "Bearer $($token.access_token)" }
      $policy = @{ displayName = 'baseline'; isEnabled = $true } | ConvertTo-Json
      Invoke-RestMethod -Method Post -Uri 'https://graph.microsoft.com/v1.0/policies' -Headers $headers -Body $policy -ContentType 'application/json' | Out-Null
      Write-Host 'policy created'
    PS
    environment = {
      TOKEN_URL     = "https://login.microsoftonline.com/${var.tenant_id}/oauth2/v2.0/token"
      CLIENT_ID     = var.client_id
      CLIENT_SECRET = var.client_secret
    }
  }
}

variable "tenant_id" {
  type = string
}

variable "client_id" {
  type = string
}

variable "client_secret" {
  type      = string
  sensitive = true
}
