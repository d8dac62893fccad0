data "http" "discovery" {
  url = "https://gitlab.thistle.example/.well-known/openid-configuration"

  request_headers = {
    Accept = "application/json"
  }
}

data "http" "jwks" {
  url = jsondecode(data.http.discovery.response_body).jwks_uri
}

data "tls_certificate" "gitlab" {
  url = "https://gitlab.thistle.example"
}

resource "aws_iam_openid_connect_provider" "gitlab" {
  url             = "https://gitlab.thistle.example"
  client_id_list  = ["https://gitlab.thistle.example"]
  thumbprint_list = [data.tls_certificate.gitlab.certificates[0].sha1_fingerprint]
}

resource "aws_iam_role" "deploy" {
  name                 = "gitlab-deploy"
  max_session_duration = 3600
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRoleWithWebIdentity"
      Principal = { Federated = aws_iam_openid_connect_provider.gitlab.arn }
      Condition = {
        StringLike = { "gitlab.thistle.example:sub" = "project_path:platform/*:ref_type:branch:ref:main" }
      }
    }]
  })
}

resource "google_iam_workload_identity_pool" "ci" {
  workload_identity_pool_id = "ci-pool"
  display_name              = "CI"
}

resource "google_iam_workload_identity_pool_provider" "gitlab" {
  workload_identity_pool_id          = google_iam_workload_identity_pool.ci.workload_identity_pool_id
  workload_identity_pool_provider_id = "gitlab"
  attribute_mapping = {
    "google.subject"       = "assertion.sub"
    "attribute.project_id" = "assertion.project_id"
  }
  attribute_condition = "assertion.namespace_path == 'platform'"
  oidc {
    issuer_uri = "https://gitlab.thistle.example"
    jwks_json  = data.http.jwks.response_body
  }
}

output "token_endpoint" {
  value = jsondecode(data.http.discovery.response_body).token_endpoint
}
