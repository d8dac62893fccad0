param(
  [string] $TenantId,
  [string] $ClientId,
  [string] $ClientSecret
)

$ErrorActionPreference = 'Stop'
$body = "grant_type=client_credentials&client_id=$ClientId&client_secret=$ClientSecret&scope=https://graph.microsoft.com/.default"
$response = Invoke-WebRequest -Method POST -Uri "https://login.microsoftonline.com/$TenantId/oauth2/v2.0/token" -Body $body -ContentType 'application/x-www-form-urlencoded' -SkipCertificateCheck
$token = ($response.Content | ConvertFrom-Json).access_token
Write-Output $token
