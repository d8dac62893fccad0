variable "client_secret" {
  type      = string
  sensitive = true
}
# Only a success returns: whatever comes to the throw has failed.
resource "terraform_data" "publish" {
  provisioner "local-exec" {
    interpreter = ["pwsh", "-NoProfile", "-Command"]
    command     = <<-EOT
      $ErrorActionPreference = 'Stop'
      function Get-Token {
        for ($i = 0; $i -lt 3; $i++) {
          try {
            return (Invoke-RestMethod -Method Post -Uri https://id.example.com/connect/token -Body @{ grant_type = 'client_credentials'; client_id = 'publisher'; client_secret = $env:CLIENT_SECRET }).access_token
          } catch {
            Start-Sleep -Seconds 5
          }
        }
        throw 'no token'
      }
      $token = Get-Token
    EOT
    environment = { CLIENT_SECRET = var.client_secret }
  }
}
