terraform {
  required_providers {
    genesyscloud = {
      source = "mypurecloud/genesyscloud"
    }
  }
}

provider "genesyscloud" {
  oauthclient_id     = "0f5c3c0e-5f0b-4a55-8c4e-4d2f9a1b7c10"
  oauthclient_secret = "Yt4nq8XkQ1vB-demo-7sWz0pLr2mHd5c"
  aws_region         = "eu-west-1"
}

resource "genesyscloud_routing_queue" "support" {
  name = "Support"
}
