resource "null_resource" "tower_inventory" {
  provisioner "local-exec" {
    command = <<-EOT
      http --verify=no --form POST https://aap.lumen.test/o/token/ \
        grant_type=password username="$TOWER_USER" password="$TOWER_PASSWORD" \
        client_id=tf client_secret="$TOWER_CLIENT_SECRET" > $${TMPDIR:-/tmp}/tower.json
      ansible-playbook -e @$${TMPDIR:-/tmp}/tower.json playbooks/inventory.yml
    EOT
    environment = {
      TOWER_USER          = var.tower_user
      TOWER_PASSWORD      = var.tower_password
      TOWER_CLIENT_SECRET = var.tower_client_secret
    }
  }
}

variable "tower_user" {
  type = string
}

variable "tower_password" {
  type      = string
  sensitive = true
}

variable "tower_client_secret" {
  type      = string
  sensitive = true
}
