[Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12

$login = @{
    grant_type = "password"
    client_id  = "admin-cli"
    username   = "admin"
    password   = $env:KC_PASSWORD
} | ConvertTo-Json

$response = Invoke-RestMethod -Uri "$($env:KC_URL)/realms/master/protocol/openid-connect/token" `
    -Method Post -Body $login -ContentType "application/json"

Invoke-RestMethod -Uri "$($env:KC_URL)/admin/realms/granary/roles" -Method Post `
    -Headers @{ Authorization = "Bearer " + $response.access_token } `
    -ContentType "application/json" -Body (@{ name = $env:KC_ROLE } | ConvertTo-Json)
