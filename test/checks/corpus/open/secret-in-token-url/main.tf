data "http" "twitch" {
  url    = "https://id.twitch.tv/oauth2/token?client_id=${var.twitch_client_id}&client_secret=${var.twitch_client_secret}&grant_type=client_credentials"
  method = "POST"

  lifecycle {
    postcondition {
      condition     = contains([200], self.status_code)
      error_message = "Twitch refused the client."
    }
  }
}

locals {
  twitch_token = jsondecode(data.http.twitch.response_body)["access_token"]
}

resource "null_resource" "eventsub" {
  triggers = {
    callback = var.callback_url
  }

  provisioner "local-exec" {
    command = "node ${path.module}/subscribe.mjs"
    environment = {
      TWITCH_TOKEN = local.twitch_token
      CALLBACK     = var.callback_url
    }
  }
}

variable "callback_url" {
  type = string
}

variable "twitch_client_id" {
  type = string
}

variable "twitch_client_secret" {
  type      = string
  sensitive = true
}
