variable "firefly_pair" {
  type      = object({ access = string, hidden = string })
  sensitive = true
}

resource "terraform_data" "firefly" {
  provisioner "local-exec" {
    command = <<-EOT
      T=$(curl -s https://api.firefly.ai/api/v1.0/login -H 'content-type: application/json' -d '{"accessKey":"${var.firefly_pair.access}","secretKey":"${var.firefly_pair.hidden}"}' | jq -r .accessToken)
      printf 'header = "Authorization: Bearer %s"\n' "$T" | curl -fsS -K - -o inventory.json https://api.firefly.ai/v2/inventory
    EOT
  }
}
