data "external" "okta_token" {
  program = [
    "bash", "${path.module}/scripts/okta_token.sh",
    var.okta_domain,
    var.okta_client_id,
    var.okta_client_secret,
  ]
}

resource "null_resource" "sync_groups" {
  triggers = {
    groups = join(",", var.groups)
  }

  provisioner "local-exec" {
    command = "${path.module}/scripts/sync.sh"
    environment = {
      OKTA_TOKEN = data.external.okta_token.result.access_token
      GROUPS     = join(",", var.groups)
    }
  }
}
