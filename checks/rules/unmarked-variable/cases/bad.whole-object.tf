variable "portal" {
  type      = object({ client_id = string, client_secret = string, scope = optional(string) })
  ephemeral = true
}
ephemeral "http" "token" {
  url          = "https://id.acme.test/oauth2/token"
  method       = "POST"
  request_body = join("&", [for name, value in var.portal : "${name}=${urlencode(value)}"])
  lifecycle {
    postcondition {
      condition     = self.status_code == 200
      error_message = "no token"
    }
  }
}
