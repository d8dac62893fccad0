resource "null_resource" "aruba_site" {
  for_each = var.sites

  provisioner "local-exec" {
    command = "bash ${path.module}/site.sh '${each.key}' '${each.value}'"
    environment = {
      ARUBA_CLIENT_ID     = var.aruba_client_id
      ARUBA_CLIENT_SECRET = var.aruba_client_secret
    }
  }
}
