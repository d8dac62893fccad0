variable "region" {
  type    = string
  default = "mypurecloud.com.au"
}

variable "source_org" {
  type = string
}

variable "target_org" {
  type = string
}

variable "genesys_id" {
  type = string
}

variable "genesys_secret" {
  type = string
}
