resource "null_resource" "feature_flags" {
  triggers = {
    flags = filesha256("${path.module}/flags.json")
  }

  provisioner "local-exec" {
    command     = "./scripts/flags.sh flags.json"
    working_dir = path.module
    environment = {
      CLIENT_ID     = var.client_id
      CLIENT_SECRET = var.client_secret
      LOGIN_HOST    = "login.${var.region}.flagship.example"
    }
  }
}
