variable "hcloud_token" {}

variable "cloudflare_api_token" {
  type = string
}

variable "do_token" {
  type = string
}

variable "root_password" {
  default = "not-used-after-first-boot"
}
