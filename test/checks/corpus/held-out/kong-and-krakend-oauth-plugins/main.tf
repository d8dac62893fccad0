resource "konnect_gateway_control_plane" "main" {
  name         = "main"
  cluster_type = "CLUSTER_TYPE_CONTROL_PLANE"
  auth_type    = "pinned_client_certs"
}

resource "kong_service" "orders" {
  name     = "orders"
  protocol = "http"
  host     = "orders.apps.svc.cluster.local"
  port     = 8080
  path     = "/v1"
}

resource "kong_route" "orders" {
  name       = "orders"
  protocols  = ["https"]
  paths      = ["/orders"]
  service_id = kong_service.orders.id
}

resource "kong_plugin" "oidc" {
  name       = "openid-connect"
  service_id = kong_service.orders.id
  config_json = jsonencode({
    issuer              = "https://sso.lovage.example/realms/main"
    client_id           = ["kong"]
    client_secret       = [var.kong_client_secret]
    auth_methods        = ["bearer", "client_credentials"]
    token_endpoint      = "https://sso.lovage.example/realms/main/protocol/openid-connect/token"
    ssl_verify          = false
    scopes              = ["openid", "orders"]
    cache_tokens        = true
    token_headers_names = ["X-Upstream-Token"]
  })
}

resource "kong_plugin" "oauth2" {
  name = "oauth2"
  config_json = jsonencode({
    scopes                    = ["orders"]
    enable_client_credentials = true
    token_expiration          = 3600
    provision_key             = random_password.provision.result
  })
}

resource "random_password" "provision" {
  length  = 32
  special = false
}

resource "null_resource" "kong_config_reload" {
  provisioner "local-exec" {
    command = "curl -sS -X POST http://kong-admin.gateway.svc:8001/config -F config=@${path.module}/kong.yml"
  }
}

variable "kong_client_secret" {
  type      = string
  sensitive = true
}
