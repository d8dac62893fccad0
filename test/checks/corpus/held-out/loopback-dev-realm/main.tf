resource "docker_image" "keycloak" {
  name = "quay.io/keycloak/keycloak:25.0"
}

resource "docker_container" "keycloak" {
  name  = "keycloak-dev"
  image = docker_image.keycloak.image_id
  env   = ["KEYCLOAK_ADMIN=admin", "KEYCLOAK_ADMIN_PASSWORD=admin"]
  command = [
    "start-dev",
    "--import-realm",
  ]

  ports {
    internal = 8080
    external = 8081
  }

  volumes {
    host_path      = abspath("${path.module}/realm")
    container_path = "/opt/keycloak/data/import"
  }
}

resource "null_resource" "wait" {
  depends_on = [docker_container.keycloak]

  provisioner "local-exec" {
    command = "until curl -sf http://localhost:8081/realms/dev; do sleep 2; done"
  }
}

resource "null_resource" "smoke" {
  depends_on = [null_resource.wait]

  provisioner "local-exec" {
    interpreter = ["bash", "-euo", "pipefail", "-c"]
    command     = "curl -fsS http://localhost:8081/realms/dev/protocol/openid-connect/token -d grant_type=client_credentials -d client_id=smoke -d scope=openid --data-urlencode client_secret@<(printf %s \"$SMOKE_SECRET\") | jq -e .access_token > /dev/null"
    environment = {
      SMOKE_SECRET = random_password.smoke.result
    }
  }
}

resource "random_password" "smoke" {
  length = 20
}
