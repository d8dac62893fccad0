resource "null_resource" "mulesoft" {
  provisioner "local-exec" {
    command = <<-EOT
      RESPONSE=$(curl -s -X POST "https://anypoint.mulesoft.com/accounts/api/v2/oauth2/token" -H "Content-Type: application/json" -d "{\"grant_type\": \"client_credentials\", \"client_id\": \"$MULE_ID\", \"client_secret\": \"$MULE_SECRET\"}")
      echo "$RESPONSE" | tee mule-token.json
    EOT
    environment = {
      MULE_ID     = var.mule_id
      MULE_SECRET = var.mule_secret
    }
  }
}

variable "mule_id" {
  type = string
}

variable "mule_secret" {
  type      = string
  sensitive = true
}
