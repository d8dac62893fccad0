provider "restapi" {
  alias = "idp"
  uri   = "https://idp.tollgate.example"
  headers = {
    Content-Type = "application/json"
  }
  write_returns_object = true
  create_method        = "POST"
  insecure             = true
}

provider "restapi" {
  alias = "api"
  uri   = "https://api.tollgate.example"
  headers = {
    Authorization = "Bearer ${restapi_object.token.api_data["access_token"]}"
  }
}
