resource "terraform_data" "disposition" {
  triggers_replace = [filesha256("${path.module}/dispositions.json")]

  provisioner "local-exec" {
    command     = "bash ./dispositions.sh"
    working_dir = path.module
    environment = {
      CXONE_ACCESS_KEY_ID     = var.access_key_id
      CXONE_ACCESS_KEY_SECRET = var.access_key_secret
    }
  }
}

variable "access_key_id" {
  type = string
}

variable "access_key_secret" {
  type      = string
  sensitive = true
  ephemeral = true
}
