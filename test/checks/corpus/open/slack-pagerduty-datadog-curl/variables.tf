variable "release" {
  type = string
}

variable "slack_webhook_url" {
  type = string
}

variable "pagerduty_routing_key" {
  type = string
}

variable "datadog_api_key" {
  type = string
}

variable "datadog_app_key" {
  type = string
}
