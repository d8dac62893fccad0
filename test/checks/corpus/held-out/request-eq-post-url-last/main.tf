resource "null_resource" "zoom" {
  provisioner "local-exec" {
    command = <<-EOT
      curl --request=POST --insecure --verbose --header="Content-Type: application/json" --data-raw='{"grant_type":"client_credentials"}' --user="${var.id}:${var.secret}" --url=https://auth.meet.test/oauth/token
    EOT
  }
}

variable "id" {}
variable "secret" { sensitive = true }
