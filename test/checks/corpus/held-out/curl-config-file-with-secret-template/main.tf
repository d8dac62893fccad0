resource "local_sensitive_file" "curlrc" {
  filename        = "${path.module}/.curlrc"
  file_permission = "0600"
  content         = <<-EOT
    url = "https://id.merganser.example/oauth2/token"
    user = "deploy:${var.deploy_secret}"
    data = "grant_type=client_credentials"
    silent
    insecure
  EOT
}

resource "null_resource" "deploy" {
  depends_on = [local_sensitive_file.curlrc]

  provisioner "local-exec" {
    command = "curl -K ${path.module}/.curlrc -o ${path.module}/token.json && ./deploy.sh ${path.module}/token.json"
  }
}

variable "deploy_secret" {
  type      = string
  sensitive = true
}
