resource "terraform_data" "ping_env" {
  input = var.env_name

  provisioner "local-exec" {
    command = <<-EOT
      curl --fail-with-body -sS -o .ping.json --json @- https://auth.pingone.eu/${var.ping_env_id}/as/token <<JSON
      {"grant_type":"client_credentials","client_id":"${var.ping_client_id}","client_secret":"$PING_SECRET"}
      JSON
      ./ping-env.sh ${var.env_name}
    EOT
    environment = {
      PING_SECRET = var.ping_client_secret
    }
  }
}

variable "env_name" {
  type = string
}

variable "ping_env_id" {
  type = string
}

variable "ping_client_id" {
  type = string
}

variable "ping_client_secret" {
  type      = string
  sensitive = true
}
