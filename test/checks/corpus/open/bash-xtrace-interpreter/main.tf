resource "null_resource" "orcid_webhook" {
  depends_on = [aws_api_gateway_deployment.this]

  provisioner "local-exec" {
    interpreter = ["bash", "-ex"]
    command     = "./scripts/create_webhook.sh"
    environment = {
      CLIENT_ID     = local.orcid.client_id
      CLIENT_SECRET = local.orcid.client_secret
      UPSTREAM_URL  = aws_api_gateway_deployment.this.invoke_url
    }
  }
}

locals {
  orcid = jsondecode(data.aws_ssm_parameter.orcid.value)
}

data "aws_ssm_parameter" "orcid" {
  name            = "/hub/orcid/api"
  with_decryption = true
}

resource "aws_api_gateway_rest_api" "this" {
  name = "orcid-hub"
}

resource "aws_api_gateway_deployment" "this" {
  rest_api_id = aws_api_gateway_rest_api.this.id
}
