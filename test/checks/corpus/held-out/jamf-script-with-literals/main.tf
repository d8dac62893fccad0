resource "jamfpro_script" "inventory" {
  name            = "Inventory"
  priority        = "AFTER"
  script_contents = file("${path.module}/scripts/inventory.zsh")
}

resource "null_resource" "jamf_groups" {
  triggers = {
    groups = filesha1("${path.module}/groups.csv")
  }

  provisioner "local-exec" {
    command = "bash ${path.module}/scripts/groups.sh ${path.module}/groups.csv"
  }
}
