variable "vpc_id" {
  type = string
}

variable "subnet_id" {
  type = string
}

variable "pool" {
  type    = string
  default = "linux"
}

variable "orchestrator_client_id" {
  type = string
}

variable "orchestrator_client_secret" {
  type = string
}
