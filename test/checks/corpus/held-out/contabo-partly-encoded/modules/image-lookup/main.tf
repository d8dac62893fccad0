data "http" "token" {
  url    = "https://auth.contabo.com/auth/realms/contabo/protocol/openid-connect/token"
  method = "POST"

  request_headers = {
    Content-Type = "application/x-www-form-urlencoded"
  }

  request_body = join("&", [
    "grant_type=password",
    "client_id=${var.client_id}",
    "client_secret=${var.client_secret}",
    "username=${urlencode(var.api_user)}",
    "password=${urlencode(var.api_password)}",
  ])

  retry {
    attempts     = 5
    min_delay_ms = 4000
  }

  lifecycle {
    postcondition {
      condition     = self.status_code == 200
      error_message = "Token request failed with ${self.status_code}."
    }
  }
}

data "http" "images" {
  url = "https://api.contabo.com/v1/compute/images?size=100&standardImage=true"
  request_headers = {
    Authorization  = "Bearer ${jsondecode(data.http.token.response_body).access_token}"
    "x-request-id" = "6f1f6bb6-0d5f-4c3c-8f17-3d0f3ad8f0a2"
  }
}

output "image_id" {
  value = one([for image in jsondecode(data.http.images.response_body).data : image.imageId if image.name == var.image])
}
