variable "client_secret" {
  type      = string
  sensitive = true
}
resource "terraform_data" "publish" {
  provisioner "local-exec" {
    interpreter = ["pwsh", "-NoProfile", "-Command"]
    command     = <<-EOT
      $ErrorActionPreference = 'Stop'
      $form = 'grant_type=client_credentials&client_id={0}&client_secret={1}' -f 'publisher', $env:CLIENT_SECRET
      $token = (Invoke-RestMethod -Method Post -Uri https://id.example.com/connect/token -Body $form).access_token
    EOT
    environment = { CLIENT_SECRET = var.client_secret }
  }
}
