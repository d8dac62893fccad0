locals {
  entries = {
    client_secret = "The OAuth client secret of the portal"
    refresh_token = "Refresh token for the mailbox, rotated by hand every quarter"
  }
  labels = {
    client_secret = "Client Secret"
  }
}
output "help" {
  value = { entries = keys(local.entries), labels = keys(local.labels) }
}
