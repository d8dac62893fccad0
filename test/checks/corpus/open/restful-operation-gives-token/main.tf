variable "keeper" {
  type      = string
  sensitive = true
}

resource "restful_operation" "login" {
  path   = "/rest/keeper"
  method = "POST"
  body   = { account = "tf", password = var.keeper }
}

provider "restful" {
  base_url = "https://keeper.shop.example"
}

output "session" {
  value = restful_operation.login.output.token
}
