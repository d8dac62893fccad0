resource "null_resource" "token" {
  provisioner "local-exec" {
    interpreter = ["pwsh", "-Command"]
    command = <<-EOT
      $form = @{ grant_type = 'client_credentials'; client_id = $env:CLIENT_ID; client_secret = $env:CLIENT_SECRET }
      $token = Invoke-RestMethod -Method Post -Uri https://sso.acme.example/oauth2/token -Body $form -ContentType 'application/json'
    EOT
    environment = {
      CLIENT_ID = var.client_id
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
