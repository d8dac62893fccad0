variable "client_secret" {
  type      = string
  sensitive = true
}

resource "null_resource" "unregister" {
  count    = 2
  triggers = { key = var.client_secret }

  provisioner "local-exec" {
    when    = destroy
    command = "curl -fsS -o /dev/null https://id.example/oauth2/token -d grant_type=client_credentials -d client_secret=${self.triggers.key}"
  }
}
