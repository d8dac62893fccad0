data "external" "token" {
  program = ["bash", "${path.module}/cached_token.sh"]
  query = {
    cache = "${path.root}/.terraform/token.json"
  }
}

resource "restapi_object" "site" {
  path = "/sites"
  data = jsonencode({ name = "helsinki-1" })
}

provider "restapi" {
  uri     = "https://sites.dabchick.example"
  headers = { Authorization = "Bearer ${data.external.token.result.token}" }
}
