resource "null_resource" "eligible" {
  for_each = toset(var.groups)

  provisioner "local-exec" {
    interpreter = ["pwsh", "-Command"]
    command     = "& '${path.module}/Enable-Pim.ps1' -TenantId '${var.tenant_id}' -ClientId '${var.client_id}' -ClientSecret '${var.client_secret}' -Group '${each.key}'"
  }
}
