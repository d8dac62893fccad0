variable "environment" {
  default = "us-east-1"
}

variable "cc_id" {}

variable "cc_secret" {}
