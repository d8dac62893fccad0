param()
$ErrorActionPreference = "Stop"

$uri  = "https://login.microsoftonline.com/$env:TENANT/oauth2/v2.0/token"
$body = "grant_type=client_credentials&client_id=$env:APP&client_secret=$env:SECRET&scope=https%3A%2F%2Fapi.securitycenter.microsoft.com%2F.default"

$token = (Invoke-RestMethod -Method POST -Uri $uri -Body $body -ContentType "application/x-www-form-urlencoded").access_token

Invoke-RestMethod -Method PATCH -Uri "https://api.securitycenter.microsoft.com/api/settings" -Headers @{ Authorization = "Bearer $token" } -ContentType "application/json" -Body (Get-Content "$PSScriptRoot/settings.json" -Raw)
