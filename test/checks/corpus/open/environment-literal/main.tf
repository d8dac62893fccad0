resource "null_resource" "login" {
  provisioner "local-exec" {
    command = "node ${path.module}/login.mjs"
    environment = {
      OAUTH_CLIENT_ID     = "web-bff"
      OAUTH_CLIENT_SECRET = "u7Gd-2kfa-Qm5s-Jr80-bff"
    }
  }
}
