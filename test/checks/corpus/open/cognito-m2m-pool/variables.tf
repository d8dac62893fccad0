variable "partners" {
  type = map(object({
    scopes = list(string)
  }))
  default = {
    acme = { scopes = ["read"] }
    bolt = { scopes = ["read", "write"] }
  }
}
