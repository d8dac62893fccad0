variable "app_secret" {
  type      = string
  sensitive = true
}
resource "restapi_object" "client" {
  path = "/api/clients"
  data = jsonencode({
    client_id     = "ci"
    client_secret = var.app_secret
    description   = "for the pipeline"
    scope         = "read"
  })
}
