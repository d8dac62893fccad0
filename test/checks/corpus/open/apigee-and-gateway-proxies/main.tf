resource "google_apigee_organization" "org" {
  project_id         = var.project_id
  analytics_region   = "europe-west1"
  authorized_network = google_compute_network.apigee.id
}

resource "google_compute_network" "apigee" {
  name = "apigee"
}

resource "google_apigee_instance" "eu" {
  name     = "eu"
  location = "europe-west1"
  org_id   = google_apigee_organization.org.id
}

data "archive_file" "oauth_proxy" {
  type        = "zip"
  output_path = "${path.module}/.build/oauth.zip"

  source {
    filename = "apiproxy/policies/GenerateToken.xml"
    content  = <<-XML
      <OAuthV2 name="GenerateToken">
        <Operation>GenerateAccessToken</Operation>
        <SupportedGrantTypes>
          <GrantType>client_credentials</GrantType>
        </SupportedGrantTypes>
        <GrantType>request.formparam.grant_type</GrantType>
        <ExpiresIn>3600000</ExpiresIn>
      </OAuthV2>
    XML
  }

  source {
    filename = "apiproxy/proxies/default.xml"
    content  = <<-XML
      <ProxyEndpoint name="default">
        <Flows>
          <Flow name="token">
            <Condition>(proxy.pathsuffix MatchesPath "/oauth2/token") and (request.verb = "POST")</Condition>
            <Request><Step><Name>GenerateToken</Name></Step></Request>
          </Flow>
        </Flows>
      </ProxyEndpoint>
    XML
  }
}

resource "null_resource" "deploy_proxy" {
  triggers = {
    bundle = data.archive_file.oauth_proxy.output_sha256
  }

  provisioner "local-exec" {
    command = <<-EOT
      set -e
      TOKEN=$(gcloud auth print-access-token)
      curl -sf -X POST -H "Authorization: Bearer $TOKEN" -F "file=@${data.archive_file.oauth_proxy.output_path}" \
        "https://apigee.googleapis.com/v1/organizations/${var.project_id}/apis?name=oauth&action=import"
    EOT
  }
}

variable "project_id" {
  type = string
}
