variable "api" {
  type = string
}

variable "id" {
  type = string
}

variable "secret" {
  type        = string
  description = "client secret of the provisioning client"
}
