variable "access_key_id" {
  type = string
}

variable "access_key_secret" {
  type      = string
  sensitive = true
}

resource "terraform_data" "incontact_session" {
  provisioner "local-exec" {
    command = "sh ${path.module}/login.sh"
    environment = {
      ACCESS_KEY_ID     = jsonencode(var.access_key_id)
      ACCESS_KEY_SECRET = jsonencode(var.access_key_secret)
    }
  }
}
