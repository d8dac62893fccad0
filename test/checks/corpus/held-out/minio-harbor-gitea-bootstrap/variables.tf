variable "domain" {
  type = string
}

variable "projects" {
  type    = list(string)
  default = ["apps", "base"]
}

variable "harbor_admin_password" {
  type = string
}

variable "harbor_oidc_secret" {
  type      = string
  sensitive = true
}

variable "gitea_admin_password" {
  type = string
}
