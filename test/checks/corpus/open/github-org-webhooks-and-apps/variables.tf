variable "app_id" {
  type = string
}

variable "app_installation_id" {
  type = string
}

variable "app_pem" {
  type      = string
  sensitive = true
}

variable "services" {
  type = list(string)
}

variable "webhook_secret" {
  type = string
}

variable "npm_token" {
  type = string
}
