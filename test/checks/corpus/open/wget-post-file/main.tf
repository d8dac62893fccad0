resource "null_resource" "token" {
  provisioner "local-exec" {
    interpreter = ["/bin/sh", "-ec"]
    command     = <<-EOT
      umask 077
      cat > body.txt <<BODY
      {"grant_type": "client_credentials", "client_id": "$CLIENT_ID", "client_secret": "$CLIENT_SECRET"}
      BODY
      wget -q --header='Content-Type: application/json' --post-file=body.txt -O token.json https://login.euc2.pure.cloud/oauth/token
      rm -f body.txt
    EOT
    environment = {
      CLIENT_ID     = var.client_id
      CLIENT_SECRET = var.client_secret
    }
  }
}

variable "client_id" {
  type = string
}

variable "client_secret" {
  type      = string
  sensitive = true
}
