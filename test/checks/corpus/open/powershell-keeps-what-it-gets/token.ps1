$ErrorActionPreference = 'Stop'
function Get-Answer { param($Body) return Invoke-RestMethod -Uri 'https://id.acme.test/oauth2/token' -Method Post -Body $Body -MaximumRedirection 0 }
$answer = Get-Answer -Body @{ grant_type = 'client_credentials'; client_id = 'x'; client_secret = $env:CS }
[IO.File]::WriteAllText("$PSScriptRoot/token.txt", $answer.access_token)
[Environment]::SetEnvironmentVariable('ACCESS_TOKEN', $answer.access_token)
