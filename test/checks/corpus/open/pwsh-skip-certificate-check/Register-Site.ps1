$ErrorActionPreference = 'Stop'

$body = @{
    grant_type    = 'client_credentials'
    client_id     = $env:CLIENT_ID
    client_secret = $env:CLIENT_SECRET
    scope         = 'sites.write'
}

$response = Invoke-RestMethod -Method Post -Uri "$env:IDP_URL/connect/token" -Body $body -SkipCertificateCheck
Write-Host "Got token: $($response.access_token)"

$headers = @{ Authorization = "Bearer $($response.access_token)" }
$site = @{ name = $env:SITE_NAME; status = 'active' } | ConvertTo-Json
Invoke-RestMethod -Method Post -Uri 'https://netbox.corp.example/api/dcim/sites/' -Headers $headers -Body $site -ContentType 'application/json'
