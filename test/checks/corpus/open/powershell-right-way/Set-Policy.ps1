#Requires -Version 7
$ErrorActionPreference = 'Stop'
Set-StrictMode -Version Latest

$tokenRequest = @{
    Method      = 'Post'
    Uri         = "https://login.microsoftonline.com/$($env:TENANT_ID)/oauth2/v2.0/token"
    ContentType = 'application/x-www-form-urlencoded'
    Body        = @{
        grant_type    = 'client_credentials'
        client_id     = $env:CLIENT_ID
        client_secret = $env:CLIENT_SECRET
        scope         = 'https://graph.microsoft.com/.default'
    }
}
$token = (Invoke-RestMethod @tokenRequest).access_token | ConvertTo-SecureString -AsPlainText -Force

$policy = Get-Content -Raw -Path "$PSScriptRoot/policy.json"
Invoke-RestMethod -Method Patch -Uri 'https://graph.microsoft.com/beta/deviceManagement/configurationPolicies/4d' `
    -Authentication Bearer -Token $token -ContentType 'application/json' -Body $policy | Out-Null

Write-Host 'Policy is up to date.'
