resource "docker_compose" "stack" {
  project_name = "dev"
  config_paths = ["compose.yml"]
}

resource "null_resource" "token" {
  depends_on = [docker_compose.stack]

  provisioner "local-exec" {
    interpreter = ["/bin/bash", "-euo", "pipefail", "-c"]
    command     = <<-EOT
      docker run --rm -i --network dev_default curlimages/curl:8.9.1 -fsS --data @- http://hydra:4444/oauth2/token > token.json \
        < <(printf 'grant_type=client_credentials&client_id=dev&client_secret=%s' "$HYDRA_SECRET")
    EOT
    environment = {
      HYDRA_SECRET = urlencode(var.hydra_secret)
    }
  }
}

variable "hydra_secret" {
  type      = string
  sensitive = true
}
