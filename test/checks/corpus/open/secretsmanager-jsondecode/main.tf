data "aws_secretsmanager_secret_version" "crowdstrike" {
  secret_id = "security/falcon-api"
}

locals {
  falcon = jsondecode(data.aws_secretsmanager_secret_version.crowdstrike.secret_string)
}

resource "null_resource" "sensor_policy" {
  for_each = toset(["linux", "windows"])

  provisioner "local-exec" {
    command = <<-EOT
      TOKEN=$(curl -s -X POST "https://api.crowdstrike.com/oauth2/token" -H "accept: application/json" -H "Content-Type: application/x-www-form-urlencoded" -d "client_id=${local.falcon.client_id}&client_secret=${local.falcon.client_secret}" | jq -r .access_token)
      if [ -z "$TOKEN" ] || [ "$TOKEN" = null ]; then echo "no token" >&2; exit 1; fi
      curl -s --fail -X POST https://api.crowdstrike.com/policy/entities/sensor-update/v2 -H "Authorization: Bearer $TOKEN" -H "Content-Type: application/json" -d @${each.key}.json
    EOT
  }
}
