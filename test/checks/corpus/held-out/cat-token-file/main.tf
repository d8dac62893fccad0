resource "null_resource" "token" {
  provisioner "local-exec" {
    interpreter = ["/bin/sh", "-eu", "-c"]
    command     = <<-EOT
      printf 'grant_type=client_credentials&client_id=%s&client_secret=%s' "$ID" "$SECRET" | curl -q -fsS --data @- --output token.json "$URL"
      echo "answer of the server:"
      cat token.json
    EOT
    environment = {
      URL    = var.token_url
      ID     = urlencode(var.id)
      SECRET = urlencode(var.secret)
    }
  }
}

output "token" {
  value = trimspace(fileexists("token.json") ? jsondecode(file("token.json")).access_token : "")
}

variable "token_url" {
  type = string
}

variable "id" {
  type = string
}

variable "secret" {
  type      = string
  sensitive = true
}
