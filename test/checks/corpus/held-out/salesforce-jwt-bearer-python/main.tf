resource "null_resource" "permission_set" {
  triggers = {
    users = join(",", var.users)
  }

  provisioner "local-exec" {
    command     = "python3 sf.py ${join(" ", var.users)}"
    working_dir = "${path.module}/tools"
    environment = {
      SF_CONSUMER_KEY = var.consumer_key
      SF_PRIVATE_KEY  = var.private_key
      SF_USERNAME     = "deploy@ruddy.example"
    }
  }
}

variable "users" {
  type    = list(string)
  default = []
}

variable "consumer_key" {
  type = string
}

variable "private_key" {
  type        = string
  description = "PEM of the connected app's key"
}
