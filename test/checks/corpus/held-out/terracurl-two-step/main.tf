resource "terracurl_request" "auth" {
  name         = "auth"
  url          = "https://identity.sedgewick.example/connect/token"
  method       = "POST"
  request_body = "grant_type=client_credentials&client_id=${var.client_id}&client_secret=${urlencode(var.client_secret)}&scope=devices"
  headers = {
    "Content-Type" = "application/x-www-form-urlencoded"
  }
  response_codes = [200]
}

resource "terracurl_request" "device" {
  for_each = var.devices

  name         = each.key
  url          = "https://devices.sedgewick.example/v1/devices"
  method       = "POST"
  request_body = jsonencode(each.value)
  headers = {
    Authorization  = "Bearer ${jsondecode(terracurl_request.auth.response).access_token}"
    "Content-Type" = "application/json"
  }
  response_codes = [201]

  destroy_url    = "https://devices.sedgewick.example/v1/devices/${each.key}"
  destroy_method = "DELETE"
  destroy_headers = {
    Authorization = "Bearer ${jsondecode(terracurl_request.auth.response).access_token}"
  }
  destroy_response_codes = [204]
}

variable "client_id" {
  type = string
}

variable "client_secret" {
  type = string
}

variable "devices" {
  type = map(object({ model = string, site = string }))
}
