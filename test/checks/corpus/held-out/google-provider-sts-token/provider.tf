data "external" "token" {
  program = ["bash", "./sts.sh", var.audience]
}

provider "google" {
  project      = var.project
  region       = "europe-west1"
  access_token = data.external.token.result["access_token"]
}
