resource "azurerm_logic_app_action_http" "open_account" {
  name         = "open-account"
  logic_app_id = "/subscriptions/0/resourceGroups/rg/providers/Microsoft.Logic/workflows/staff"
  method       = "POST"
  uri          = "https://people.acme.test/api/staff"
  headers      = { "Content-Type" = "application/json" }
  body         = jsonencode({ login = "ada", password = "@{variables('first')}", grant_type = "contractor" })
}
