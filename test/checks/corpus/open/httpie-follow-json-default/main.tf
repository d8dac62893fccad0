resource "null_resource" "posthog" {
  provisioner "local-exec" {
    command     = "./flags.sh"
    working_dir = "${path.module}/bin"
    environment = {
      FLAG_CLIENT = var.flag_client
      FLAG_SECRET = var.flag_secret
    }
  }
}

variable "flag_client" {
  type = string
}

variable "flag_secret" {
  type      = string
  sensitive = true
}
