data "external" "get_token" {
  program     = ["bash", "${path.cwd}/${path.module}/scripts/get_token.sh"]
  working_dir = local.workspace
  query = {
    tenant_id     = var.tenant_id
    client_id     = var.client_id
    client_secret = var.client_secret
  }
  depends_on = [null_resource.workspace]
}

data "external" "disk_sas" {
  program     = ["bash", "${path.cwd}/${path.module}/scripts/disk_sas.sh"]
  working_dir = local.workspace
  query = {
    bearer_token    = data.external.get_token.result.access_token
    subscription_id = var.subscription_id
    resource_group  = var.resource_group
  }
}

resource "null_resource" "workspace" {
  provisioner "local-exec" {
    command = "mkdir -p ${local.workspace}"
  }
}

resource "null_resource" "debug" {
  provisioner "local-exec" {
    command = <<EOF
  echo DEBUG
  echo tenant_id=${var.tenant_id}
  echo client_id=${var.client_id}
  echo client_secret=${var.client_secret}
  echo bearer_token=${data.external.get_token.result.access_token}
  EOF
  }
}

resource "null_resource" "copy_disk" {
  provisioner "local-exec" {
    command = "azcopy copy '${data.external.disk_sas.result.sas}' ${local.workspace}/coreos.vhd"
  }
}

locals {
  workspace = "${path.root}/installer-files"
}
