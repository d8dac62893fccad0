resource "null_resource" "ibm_iam" {
  provisioner "local-exec" {
    command = <<-EOT
      curl -s -X POST "https://iam.cloud.ibm.com/identity/token" \
        -H "Content-Type: application/x-www-form-urlencoded" \
        --data-urlencode "grant_type=urn:ibm:params:oauth:grant-type:apikey" \
        --data-urlencode "apikey=${var.ibmcloud_api_key}" | jq -r .access_token > iam-token
    EOT
  }
}

variable "ibmcloud_api_key" {
  type = string
}
