resource "null_resource" "introspect" {
  provisioner "local-exec" {
    command = <<-EOT
      set -eu
      printf 'user = "%s:%s"\n' "$RS_ID" "$RS_SECRET" |
        curl -q -K - -fsS --data-urlencode token@"$TOKEN_FILE" https://sso.linden.example/oauth2/introspect | jq -e .active
    EOT
    environment = {
      RS_ID      = var.resource_server_id
      RS_SECRET  = var.resource_server_secret
      TOKEN_FILE = "/run/tokens/ci"
    }
  }
}

resource "null_resource" "gateway_reload" {
  triggers = {
    config = filesha256("${path.module}/krakend.json")
  }

  provisioner "local-exec" {
    command = "curl -fsS -X POST http://localhost:8090/__reload -H 'Content-Type: application/json' --data @${path.module}/krakend.json"
  }
}

variable "resource_server_id" {
  type = string
}

variable "resource_server_secret" {
  type      = string
  sensitive = true
}
