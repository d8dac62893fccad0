variable "offline" {
  type      = string
  sensitive = true
}

resource "null_resource" "renew" {
  provisioner "local-exec" {
    command = "curl -s -o session.json -H 'Content-Type: application/json' -d '{\"refreshToken\":\"${var.offline}\"}' https://portal.shop.example/v2/session/renew"
  }
}
