data "http" "repo" {
  url    = "https://api.github.com/graphql"
  method = "POST"
  request_headers = {
    Authorization = "Bearer ${var.github_token}"
    Content-Type  = "application/json"
  }
  request_body = jsonencode({
    query = "query { repository(owner: \"acme\", name: \"app\") { id } }"
  })
}

locals {
  repo_id = jsondecode(data.http.repo.response_body).data.repository.id
}

resource "github_branch_protection" "main" {
  repository_id = local.repo_id
  pattern       = "main"
}

variable "github_token" {
  type      = string
  sensitive = true
}
