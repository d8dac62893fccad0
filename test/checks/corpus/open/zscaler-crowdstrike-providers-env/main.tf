terraform {
  required_providers {
    zpa = {
      source  = "zscaler/zpa"
      version = "~> 3.3"
    }
    crowdstrike = {
      source  = "crowdstrike/crowdstrike"
      version = "~> 0.0.20"
    }
    jamfpro = {
      source  = "deploymenttheory/jamfpro"
      version = "~> 0.1"
    }
    genesyscloud = {
      source  = "mypurecloud/genesyscloud"
      version = "~> 1.60"
    }
  }
}

provider "zpa" {}

provider "crowdstrike" {
  cloud = "eu-1"
}

provider "jamfpro" {
  jamfpro_instance_fqdn = "https://withy.jamfcloud.com"
  auth_method           = "oauth2"
  client_id             = var.jamf_client_id
  client_secret         = var.jamf_client_secret
}

provider "genesyscloud" {
  oauthclient_id     = var.genesys_client_id
  oauthclient_secret = var.genesys_client_secret
  aws_region         = "eu-west-2"
  token_pool_size    = 10
}

resource "zpa_application_segment" "crm" {
  name             = "crm"
  domain_names     = ["crm.withy.example"]
  tcp_port_ranges  = ["443", "443"]
  segment_group_id = zpa_segment_group.apps.id
  server_groups {
    id = [var.server_group_id]
  }
}

resource "zpa_segment_group" "apps" {
  name    = "apps"
  enabled = true
}

resource "crowdstrike_host_group" "linux" {
  name        = "linux"
  type        = "dynamic"
  description = "all Linux hosts"
  assignment_rule = "platform_name:'Linux'"
}

resource "genesyscloud_oauth_client" "ci" {
  name                          = "ci"
  authorized_grant_type         = "CLIENT-CREDENTIALS"
  access_token_validity_seconds = 86400
}

resource "genesyscloud_integration_credential" "basic" {
  name                 = "crm"
  credential_type_name = "userDefinedOAuth"
  fields = {
    clientId     = var.crm_client_id
    clientSecret = var.crm_client_secret
    loginUrl     = "https://login.crm.withy.example/oauth2/token"
  }
}

resource "genesyscloud_integration_action" "lookup" {
  name           = "lookup"
  category       = "crm"
  integration_id = var.integration_id
  contract_input = jsonencode({ type = "object", properties = { phone = { type = "string" } } })
  contract_output = jsonencode({
    type       = "object"
    properties = { id = { type = "string" } }
  })
  config_request {
    request_url_template = "/accounts?phone=$${input.phone}"
    request_type         = "GET"
    request_template     = "$${input.rawRequest}"
    headers = {
      Authorization = "Bearer $${authResponse.access_token}"
    }
  }
  config_response {
    translation_map          = {}
    translation_map_defaults = {}
    success_template         = "$${rawResult}"
  }
}
