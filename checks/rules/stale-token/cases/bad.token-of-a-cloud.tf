data "ibm_iam_auth_token" "now" {}

provider "restapi" {
  uri     = "https://resource-controller.cloud.ibm.com"
  headers = { Authorization = data.ibm_iam_auth_token.now.iam_access_token }
}
