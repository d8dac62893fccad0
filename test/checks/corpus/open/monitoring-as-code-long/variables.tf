variable "oncall_token" {
  type = string
}

variable "slack_webhook" {
  type = string
}

variable "grafana_client_secret" {
  type      = string
  sensitive = true
}
