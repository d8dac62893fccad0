module "token" {
  source = "./token"
}

output "access_token" {
  value = module.token.access_token
}

output "expires_in" {
  value = module.token.expires_in
}
