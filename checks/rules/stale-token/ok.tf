ephemeral "local_command" "token" {
  command = "./token.sh"
}

provider "genesyscloud" {
  access_token = jsondecode(ephemeral.local_command.token.stdout).access_token
}
