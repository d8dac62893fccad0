variable "zs_cloud" {
  type    = string
  default = "config.private.zscloud.example"
}

variable "zs_client_id" {
  type = string
}

variable "zs_client_secret" {
  type      = string
  sensitive = true
}

variable "resource_pool_id" {
  type = string
}

variable "datastore_id" {
  type = string
}

variable "network_id" {
  type = string
}
