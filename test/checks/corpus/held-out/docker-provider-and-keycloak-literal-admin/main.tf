provider "keycloak" {
  client_id = "admin-cli"
  username  = "admin"
  password  = "Kv7!rT2m-Qx9z"
  url       = "https://keycloak.dunnock.example"
}

resource "keycloak_realm" "main" {
  realm = "main"
}

resource "keycloak_openid_client" "gateway" {
  realm_id      = keycloak_realm.main.id
  client_id     = "gateway"
  access_type   = "CONFIDENTIAL"
  client_secret = var.gateway_secret
}

resource "null_resource" "gateway_smoke" {
  depends_on = [keycloak_openid_client.gateway]
  provisioner "local-exec" {
    command = "curl -sSf -o /dev/null -d 'grant_type=client_credentials' -d 'client_id=gateway' -d \"client_secret=$S\" https://keycloak.dunnock.example/realms/main/protocol/openid-connect/token"
    environment = {
      S = var.gateway_secret
    }
  }
}

variable "gateway_secret" {
  type      = string
  sensitive = true
  default   = "b7f2c9d4e1a84f60"
}
