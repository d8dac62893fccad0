$ErrorActionPreference = 'Stop'
function Get-Token { param($Body) return (Invoke-RestMethod -Uri 'https://id.acme.test/oauth2/token' -Method Post -Body $Body).access_token }
Get-Token -Body @{ grant_type = 'client_credentials'; client_id = 'x'; client_secret = $env:CS }
