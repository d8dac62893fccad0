variable "access_key_id" {
  type = string
}

variable "access_key_secret" {
  type = string
}

variable "cxone_basic" {
  type      = string
  sensitive = true
}

resource "null_resource" "cxone" {
  provisioner "local-exec" {
    command = <<-EOT
      curl --location 'https://cxone.niceincontact.com/auth/token' \
      --header 'Content-Type: application/x-www-form-urlencoded' \
      --header 'Authorization: Basic ${var.cxone_basic}' \
      --data-urlencode 'grant_type=password' \
      --data-urlencode 'username=${var.access_key_id}' \
      --data-urlencode 'password=${var.access_key_secret}' > ./cxone-token.json
    EOT
  }
}
