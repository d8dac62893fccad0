data "external" "azure" {
  program = ["az", "account", "get-access-token", "--resource", "https://graph.shop.example"]
}

output "graph" {
  value = data.external.azure.result.accessToken
}
