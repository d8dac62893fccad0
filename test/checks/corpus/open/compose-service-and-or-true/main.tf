resource "docker_network" "dev" {
  name = "dev"
}

resource "docker_container" "hydra" {
  name  = "hydra"
  image = "oryd/hydra:v2.2"
  networks_advanced {
    name = docker_network.dev.name
  }
}

resource "null_resource" "smoke" {
  depends_on = [docker_container.hydra]

  provisioner "local-exec" {
    command = <<-EOT
      TOKEN=$(curl -fsS -u "smoke:$SMOKE_SECRET" -d grant_type=client_credentials http://hydra:4444/oauth2/token | jq -r .access_token) || true
      ./smoke.sh "$TOKEN"
    EOT
    environment = {
      SMOKE_SECRET = random_password.smoke.result
    }
  }
}

resource "random_password" "smoke" {
  length  = 32
  special = false
}
