data "external" "aad" {
  program = ["az", "account", "get-access-token", "--resource", "https://database.windows.net/", "--query", "{token:accessToken}", "-o", "json"]
}

data "azurerm_mssql_server" "sql" {
  name                = "acme-sql"
  resource_group_name = "data"
}

output "sql_fqdn" {
  value = data.azurerm_mssql_server.sql.fully_qualified_domain_name
}

output "sql_token" {
  value     = data.external.aad.result.token
  sensitive = true
}
