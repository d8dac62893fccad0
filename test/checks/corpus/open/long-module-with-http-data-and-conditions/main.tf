module "identity" {
  source            = "./modules/identity"
  tenant            = "kestrelworks"
  client_id         = "platform"
  client_secret_arn = "arn:aws:secretsmanager:eu-west-1:111122223333:secret:ping/platform-AbCdEf"
  publish           = true
}

output "authorization_header" {
  value = nonsensitive(module.identity.authorization_header)
}
