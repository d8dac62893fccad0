data "external" "app_keys" {
  program     = ["bash", "create_keys.sh"]
  working_dir = "${path.module}/scripts"

  query = {
    host       = var.iskm_fqdn
    port       = var.iskm_port
    admin_user = var.admin_user
    admin_pass = var.admin_password
  }
}

resource "kubernetes_config_map" "portal" {
  metadata {
    name      = "bizops-portal"
    namespace = var.namespace
  }
  data = {
    CLIENT_KEY = data.external.app_keys.result.client_key
    ISSUER     = "https://${var.iskm_fqdn}/oauth2/token"
  }
}
