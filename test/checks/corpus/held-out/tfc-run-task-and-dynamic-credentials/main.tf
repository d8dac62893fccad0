resource "tfe_workspace" "app" {
  name         = "app"
  organization = "citrine"
}

resource "tfe_variable" "aws_auth" {
  workspace_id = tfe_workspace.app.id
  key          = "TFC_AWS_PROVIDER_AUTH"
  value        = "true"
  category     = "env"
}

resource "tfe_variable" "sso_client_secret" {
  workspace_id = tfe_workspace.app.id
  key          = "sso_client_secret"
  value        = var.sso_client_secret
  category     = "terraform"
  sensitive    = true
}

resource "tfe_organization_run_task" "scanner" {
  organization = "citrine"
  url          = "https://scanner.citrine.example/hooks/tfc"
  name         = "scanner"
  hmac_key     = var.hmac_key
  enabled      = true
}

resource "tfe_workspace_run_task" "scanner" {
  workspace_id      = tfe_workspace.app.id
  task_id           = tfe_organization_run_task.scanner.id
  enforcement_level = "mandatory"
  stages            = ["post_plan"]
}

resource "aws_iam_openid_connect_provider" "tfc" {
  url             = "https://app.terraform.io"
  client_id_list  = ["aws.workload.identity"]
  thumbprint_list = ["9e99a48a9960b14926bb7f3b02e22da2b0ab7280"]
}

resource "aws_iam_role" "tfc" {
  name = "tfc"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRoleWithWebIdentity"
      Principal = { Federated = aws_iam_openid_connect_provider.tfc.arn }
      Condition = {
        StringEquals = { "app.terraform.io:aud" = "aws.workload.identity" }
        StringLike   = { "app.terraform.io:sub" = "organization:citrine:project:*:workspace:app:run_phase:*" }
      }
    }]
  })
}

variable "sso_client_secret" {
  type      = string
  sensitive = true
}

variable "hmac_key" {
  type      = string
  sensitive = true
}
