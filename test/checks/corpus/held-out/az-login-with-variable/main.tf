variable "robot" {
  type      = string
  sensitive = true
}

resource "null_resource" "tags" {
  provisioner "local-exec" {
    interpreter = ["bash", "-ec"]
    command     = <<-EOT
      az login --service-principal --username 0d1c --tenant 7ab2 --password "${var.robot}" --output none
      az tag create --resource-id /subscriptions/41 --tags owner=ops
    EOT
  }
}
