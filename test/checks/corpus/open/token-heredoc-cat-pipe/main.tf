resource "null_resource" "ping_token" {
  provisioner "local-exec" {
    interpreter = ["/bin/bash", "-c"]
    environment = {
      CLIENT_ID     = var.ping_client_id
      CLIENT_SECRET = var.ping_client_secret
    }
    command = <<-EOF
      cat <<JSON | curl -sS --fail -XPOST --url "https://auth.pingone.eu/${var.ping_env}/as/token" -H "content-type:application/json" --data-binary @- -o "$HOME/.ping-token.json"
      {
        "grant_type": "client_credentials",
        "client_id": "$CLIENT_ID",
        "client_secret": "$CLIENT_SECRET"
      }
      JSON
    EOF
  }
}

variable "ping_env" {
  type = string
}

variable "ping_client_id" {
  type = string
}

variable "ping_client_secret" {
  type      = string
  sensitive = true
}
