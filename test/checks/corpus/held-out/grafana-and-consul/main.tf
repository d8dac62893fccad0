provider "grafana" {
  url  = "https://grafana.acme.example"
  auth = var.grafana_auth
}

resource "grafana_service_account" "ci" {
  name = "ci"
  role = "Editor"
}

resource "grafana_service_account_token" "ci" {
  name               = "ci"
  service_account_id = grafana_service_account.ci.id
  seconds_to_live    = 86400
}

resource "consul_acl_token" "agent" {
  description = "agent"
  policies    = ["agent"]
  local       = true
}

data "consul_acl_token_secret_id" "agent" {
  accessor_id = consul_acl_token.agent.id
}

resource "aws_ssm_parameter" "consul_agent" {
  name  = "/consul/agent-token"
  type  = "SecureString"
  value = data.consul_acl_token_secret_id.agent.secret_id
}

variable "grafana_auth" {
  type      = string
  sensitive = true
}
