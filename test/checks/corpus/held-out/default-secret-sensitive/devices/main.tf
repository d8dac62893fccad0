variable "token" {
  type      = string
  sensitive = true
}

resource "restapi_object" "lamp" {
  path = "/devices"
  data = jsonencode({ name = "lamp" })
}

output "token_in_use" {
  value = var.token
}
