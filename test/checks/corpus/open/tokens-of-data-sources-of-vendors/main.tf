data "ibm_iam_auth_token" "session" {
  lifecycle {
    postcondition {
      condition     = timecmp(timestamp(), timeadd(plantimestamp(), "50m")) < 0
      error_message = "The token is too old: plan again."
    }
  }
}

locals {
  bearer = data.ibm_iam_auth_token.session.iam_access_token
}

provider "restapi" {
  uri     = "https://resource-controller.cloud.ibm.com"
  headers = { Authorization = local.bearer }
}

output "session" {
  value = { authorization = local.bearer }
}

output "session_for_the_next_stage" {
  value     = local.bearer
  sensitive = true
}

data "dependencytrack_user_login" "operator" {
  username = "operator"
  password = var.operator_password
}

variable "operator_password" {
  type      = string
  sensitive = true
}

provider "dependencytrack" {
  host = "https://bom.larkfield.example"
}

output "operator_session" {
  value = nonsensitive(data.dependencytrack_user_login.operator.token)
}

resource "github_actions_secret" "bom" {
  repository      = "edge"
  secret_name     = "BOM_TOKEN"
  plaintext_value = data.dependencytrack_user_login.operator.token
}
