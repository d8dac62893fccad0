param(
  [string]$TenantId,
  [string]$ClientId,
  [string]$ClientSecret,
  [string]$Group
)
$ErrorActionPreference = 'Stop'

$tokenBody = @{
  grant_type    = 'client_credentials'
  client_id     = $ClientId
  client_secret = $ClientSecret
  scope         = 'https://graph.microsoft.com/.default'
}
$tokenResponse = Invoke-RestMethod -Uri "https://login.microsoftonline.com/$TenantId/oauth2/v2.0/token" -Method Post -Body $tokenBody
$headers = @{ Authorization = "Bearer $($tokenResponse.access_token)" }

$found = Invoke-RestMethod -Headers $headers -Uri "https://graph.microsoft.com/v1.0/groups?`$filter=displayName eq '$Group'"
Invoke-RestMethod -Headers $headers -Method Post -ContentType 'application/json' `
  -Uri 'https://graph.microsoft.com/beta/privilegedAccess/aadGroups/resources/register' -Body (@{ externalId = $found.value[0].id } | ConvertTo-Json)
