resource "terraform_data" "teams" {
  provisioner "local-exec" {
    command     = ".\\scripts\\Get-Token.ps1 -TenantId ${var.tenant_id} -ClientId ${var.client_id} -ClientSecret '${var.client_secret}'"
    interpreter = ["pwsh", "-Command"]
  }
}

variable "tenant_id" {}
variable "client_id" {}
variable "client_secret" {
  sensitive = true
}
