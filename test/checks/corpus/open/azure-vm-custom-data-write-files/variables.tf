variable "resource_group" {
  type = string
}

variable "location" {
  type = string
}

variable "subnet_id" {
  type = string
}

variable "ssh_public_key" {
  type = string
}

variable "sso_url" {
  type    = string
  default = "https://sso.towpath.example"
}

variable "gateway_client_secret" {
  type = string
}
