resource "null_resource" "d365" {
  provisioner "local-exec" {
    command     = "& '${path.module}/login.ps1'"
    interpreter = ["powershell.exe", "-ExecutionPolicy", "Bypass", "-Command"]
    environment = {
      AAD_SECRET = var.aad_secret
    }
  }
}

variable "aad_secret" {
  type      = string
  sensitive = true
}
