variable "revision" {
  type = string
}

variable "app_id" {
  type = string
}

variable "newrelic_api_key" {
  type = string
}

variable "opsgenie_key" {
  type = string
}

variable "teams_webhook" {
  type = string
}
