resource "null_resource" "dns_token" {
  provisioner "local-exec" {
    command = "http POST https://auth.dns.example/oauth/token grant_type=client_credentials client_id=$ID client_secret=$SECRET > token.json"
    environment = {
      ID     = var.dns_client_id
      SECRET = var.dns_client_secret
    }
  }
}

variable "dns_client_id" {
  type = string
}

variable "dns_client_secret" {
  type      = string
  sensitive = true
}
