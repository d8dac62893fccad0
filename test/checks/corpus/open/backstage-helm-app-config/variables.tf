variable "tag" {
  type = string
}

variable "domain" {
  type = string
}

variable "tenant_id" {
  type = string
}
