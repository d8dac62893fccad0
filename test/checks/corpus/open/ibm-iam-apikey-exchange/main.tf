resource "null_resource" "watson_project" {
  triggers = {
    name = var.project_name
  }

  provisioner "local-exec" {
    command = <<EOT
      IAM=$(curl -s -X POST 'https://iam.cloud.ibm.com/identity/token' -H 'Content-Type: application/x-www-form-urlencoded' -d 'grant_type=urn:ibm:params:oauth:grant-type:apikey&apikey=${var.ibmcloud_api_key}' | jq -r '.access_token')
      curl -s -X POST "https://api.dataplatform.cloud.ibm.com/transactional/v2/projects" -H "Authorization: Bearer $IAM" -H "Content-Type: application/json" -d '{"name": "${var.project_name}", "generator": "terraform"}'
    EOT
  }
}

provider "ibm" {
  ibmcloud_api_key = var.ibmcloud_api_key
  region           = "eu-de"
}

resource "ibm_resource_instance" "wml" {
  name     = "wml"
  service  = "pm-20"
  plan     = "v2-standard"
  location = "eu-de"
}

variable "project_name" {
  type = string
}

variable "ibmcloud_api_key" {
  type        = string
  description = "API key of the service id"
}
