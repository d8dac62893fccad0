variable "clients" {
  type = map(object({
    secret = string
  }))
  sensitive = true
}

resource "keycloak_openid_client" "this" {
  for_each      = nonsensitive(toset(keys(var.clients)))
  realm_id      = "main"
  client_id     = each.key
  access_type   = "CONFIDENTIAL"
  client_secret = var.clients[each.key].secret
}
