resource "genesyscloud_auth_role" "deployer" {
  name        = "Deployer"
  description = "May deploy flows and integrations"
  permissions = ["architect:*:*"]

  permission_policies {
    domain      = "oauth"
    entity_name = "client"
    action_set  = ["view", "authorize"]
  }
}

resource "genesyscloud_oauth_client" "wfm" {
  name                          = "wfm-export"
  description                   = "Used by the nightly export"
  authorized_grant_type         = "CLIENT-CREDENTIALS"
  access_token_validity_seconds = 3600
  state                         = "active"

  roles {
    role_id     = genesyscloud_auth_role.deployer.id
    division_id = "*"
  }
}
