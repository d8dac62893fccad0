module "login" {
  source        = "./login"
  client_id     = "pipeline"
  client_secret = var.client_secret
}

output "headers" {
  value = {
    Authorization = "Bearer ${nonsensitive(module.login.token)}"
    Accept        = "application/json"
  }
}

output "debug_status" {
  value = module.login.status
}

variable "client_secret" {
  type      = string
  sensitive = true
}
