resource "terraform_data" "good" {
  provisioner "local-exec" {
    interpreter = ["/bin/bash", "-euo", "pipefail", "-c"]
    command     = "printf 'user = \"%s:%s\"\\n' \"$ID\" \"$SECRET\" | curl -q -fsS --config - -d grant_type=client_credentials -o good.json https://a.id.test/oauth2/token"
    environment = { ID = var.id, SECRET = var.secret }
  }
}

resource "terraform_data" "bad" {
  provisioner "local-exec" {
    interpreter = ["/bin/bash", "-euo", "pipefail", "-c"]
    command     = "printf 'user = \"%s:%s\"\\n' \"$ID\" \"$SECRET\" | curl -q -sS -L --config - -d grant_type=client_credentials -o bad.json https://b.id.test/oauth2/token"
    environment = { ID = var.id, SECRET = var.secret }
  }
}

variable "id" {
  type = string
}

variable "secret" {
  type      = string
  sensitive = true
}
