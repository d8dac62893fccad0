resource "keycloak_realm" "tide" {
  realm = "tide"
}

resource "restapi_object" "plan" {
  provider = restapi.billing
  path     = "/plans"
  data     = jsonencode({ name = "basic", price_cents = 900 })
}
