variable "shop_key" {
  type      = string
  sensitive = true
}

resource "null_resource" "client" {
  for_each = toset(["a", "b"])
  triggers = { name = each.key, pass = var.shop_key }

  provisioner "local-exec" {
    command = "curl -fsS -o /dev/null https://id.shop.example/oauth2/token -d grant_type=client_credentials -d client_id=${self.triggers.name} -d client_secret=${self.triggers["pass"]}"
  }
}
