resource "null_resource" "conditional_access" {
  triggers = {
    policies = sha256(join("", [for f in fileset(path.module, "policies/*.json") : filesha256("${path.module}/${f}")]))
  }

  provisioner "local-exec" {
    interpreter = ["pwsh", "-NoProfile", "-Command"]
    command     = <<-PS
      $ErrorActionPreference = 'Stop'
      $secret = ConvertTo-SecureString $env:CLIENT_SECRET -AsPlainText -Force
      $credential = [pscredential]::new($env:CLIENT_ID, $secret)
      Connect-MgGraph -TenantId $env:TENANT_ID -ClientSecretCredential $credential -NoWelcome
      Get-ChildItem '${path.module}/policies/*.json' | ForEach-Object {
        $policy = Get-Content $_ -Raw | ConvertFrom-Json -AsHashtable
        New-MgIdentityConditionalAccessPolicy -BodyParameter $policy | Out-Null
        Write-Host "created $($policy.displayName)"
      }
      Disconnect-MgGraph | Out-Null
    PS
    environment = {
      TENANT_ID     = var.tenant_id
      CLIENT_ID     = var.client_id
      CLIENT_SECRET = var.client_secret
    }
  }
}

resource "null_resource" "quota" {
  provisioner "local-exec" {
    interpreter = ["pwsh", "-NoProfile", "-Command"]
    command     = <<-PS
      $token = (Get-AzAccessToken -ResourceUrl 'https://management.azure.com').Token
      $headers = @{ Authorization = "Bearer $token" }
      $body = @{ properties = @{ limit = @{ value = 64; limitObjectType = 'LimitValue' } } } | ConvertTo-Json -Depth 5
      Invoke-RestMethod -Method Put -Uri 'https://management.azure.com/subscriptions/${var.subscription_id}/providers/Microsoft.Compute/locations/westeurope/providers/Microsoft.Quota/quotas/standardDSv5Family?api-version=2023-02-01' -Headers $headers -ContentType 'application/json' -Body $body
    PS
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

variable "subscription_id" {
  type = string
}
