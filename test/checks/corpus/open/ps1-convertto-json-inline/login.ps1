$ErrorActionPreference = "Stop"
$params = @{
  Uri         = "https://login.microsoftonline.com/common/oauth2/token"
  Method      = "POST"
  ContentType = "application/json"
  Body        = (ConvertTo-Json @{ grant_type = "client_credentials"; client_id = "d365"; client_secret = $env:AAD_SECRET; resource = "https://acme.crm4.dynamics.com" })
}
$token = (Invoke-RestMethod @params).access_token
$token | Out-File -FilePath token.txt
