resource "boundary_auth_method_oidc" "okta" {
  scope_id             = "global"
  name                 = "okta"
  issuer               = "https://mallow.okta.com"
  client_id            = var.okta_client_id
  client_secret        = var.okta_client_secret
  signing_algorithms   = ["RS256"]
  api_url_prefix       = "https://boundary.mallow.example"
  claims_scopes        = ["groups"]
  is_primary_for_scope = true
  state                = "active-public"
  max_age              = 0
}

resource "boundary_target" "db" {
  type                     = "tcp"
  name                     = "db"
  scope_id                 = var.project_scope_id
  default_port             = 5432
  session_connection_limit = -1
  host_source_ids          = [boundary_host_set_static.db.id]
}

resource "boundary_host_catalog_static" "db" {
  name     = "db"
  scope_id = var.project_scope_id
}

resource "boundary_host_static" "db" {
  name            = "db"
  host_catalog_id = boundary_host_catalog_static.db.id
  address         = "10.4.8.15"
}

resource "boundary_host_set_static" "db" {
  name            = "db"
  host_catalog_id = boundary_host_catalog_static.db.id
  host_ids        = [boundary_host_static.db.id]
}

resource "teleport_provision_token" "agent" {
  version = "v2"
  metadata = {
    name    = random_string.token.result
    expires = timeadd(timestamp(), "1h")
  }
  spec = {
    roles = ["Node", "App"]
  }
}

resource "random_string" "token" {
  length           = 32
  override_special = "-.+"
}

resource "aws_instance" "agent" {
  ami           = var.ami
  instance_type = "t3.small"
  user_data     = <<-EOT
    #!/bin/bash
    curl -fsSL https://goteleport.com/static/install.sh | bash -s 15.4.9
    echo "${teleport_provision_token.agent.metadata.name}" > /tmp/token
    teleport node configure --token=/tmp/token --proxy=mallow.teleport.sh:443 --output=file:///etc/teleport.yaml
    systemctl enable --now teleport
  EOT
}

variable "okta_client_id" {
  type = string
}

variable "okta_client_secret" {
  type      = string
  sensitive = true
}

variable "project_scope_id" {
  type = string
}

variable "ami" {
  type = string
}
