provider "restapi" {
  uri                  = "https://iam.brightcare.example"
  write_returns_object = true
  debug                = true
}

resource "restapi_object" "session" {
  path         = "/oauth2/token"
  id_attribute = "access_token"
  data = jsonencode({
    grant_type    = "client_credentials"
    client_id     = "terraform-ward"
    client_secret = random_password.ward.result
  })
}

resource "random_password" "ward" {
  length  = 40
  special = true
}

resource "restapi_object" "client" {
  path = "/admin/clients"
  data = jsonencode({
    client_id     = "terraform-ward"
    client_name   = "Ward planning"
    grant_types   = ["client_credentials"]
    client_secret = random_password.ward.result
  })
}
