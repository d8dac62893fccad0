data "external" "bearer" {
  program = ["bash", "-c", "curl -s -u '${var.id}:${var.secret}' -d 'grant_type=client_credentials' -d 'scope=read write' https://gw.telco.test/token | jq '{token: .access_token}'"]
}

output "bearer" {
  value = data.external.bearer.result["token"]
}

variable "id" {
  type = string
}

variable "secret" {
  type = string
}
