resource "null_resource" "migrate_flows" {
  provisioner "local-exec" {
    interpreter = ["/usr/bin/env", "bash", "-c"]
    working_dir = "${path.module}/scripts"
    command     = <<-EOT
      export GENESYS_TOKEN=$(./login.sh "$GENESYS_ID" "$GENESYS_SECRET" ${var.region})
      ./migrate.sh ${var.source_org} ${var.target_org}
    EOT
    environment = {
      GENESYS_ID     = var.genesys_id
      GENESYS_SECRET = var.genesys_secret
    }
  }
}
