data "external" "token" {
  program = ["python3", "${path.module}/files/token.py"]
}

provider "graphql" {
  url = "https://api.sundial.example/graphql"
  headers = {
    "Authorization" = "Bearer ${data.external.token.result.access_token}"
  }
}

resource "graphql_mutation" "project" {
  mutation_variables = {
    name = "north"
  }
  create_mutation = file("${path.module}/files/create.graphql")
}
