terraform {
  required_providers {
    http = { source = "hashicorp/http", version = "~> 3.4" }
    mso  = { source = "CiscoDevNet/mso", version = "~> 1.0" }
  }
}

provider "mso" {
  url      = "https://mso.alder.example"
  username = "admin"
  password = var.mso_password
}

variable "mso_password" {
  type = string
}
