variable "bucket" {
  type = string
}

variable "cluster" {
  type = string
}

variable "argocd_password" {
  type = string
}

variable "openshift_token" {
  type = string
}

variable "openshift_api" {
  type = string
}
