resource "null_resource" "statuspage" {
  triggers = {
    components = jsonencode(var.components)
  }

  provisioner "local-exec" {
    command = "${path.module}/components.sh"
    environment = {
      SP_ID     = var.sp_id
      SP_SECRET = var.sp_secret
      NAMES     = join(" ", var.components)
    }
  }
}

variable "components" {
  type = list(string)
}

variable "sp_id" {
  type = string
}

variable "sp_secret" {
  type      = string
  sensitive = true
}
