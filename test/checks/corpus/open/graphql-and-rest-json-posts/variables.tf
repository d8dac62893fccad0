variable "hasura_admin_secret" {
  type = string
}

variable "rule_id" {
  type = string
}

variable "config_key" {
  type = string
}
