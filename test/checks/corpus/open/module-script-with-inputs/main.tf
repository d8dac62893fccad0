module "login" {
  for_each = { eu = "mypurecloud.de", us = "mypurecloud.com" }
  source   = "./login"

  domain        = each.value
  client_id     = var.client_ids[each.key]
  client_secret = var.client_secrets[each.key]
}

variable "client_ids" {
  type = map(string)
}

variable "client_secrets" {
  type = map(string)
}
