# exported from Postman, only the variables were put in
resource "terraform_data" "gc_login" {
  triggers_replace = [timestamp()]

  provisioner "local-exec" {
    command = "curl --location --request POST 'https://login.mypurecloud.ie/oauth/token' --header 'Content-Type: application/x-www-form-urlencoded' --header 'Authorization: Basic ${base64encode("${var.gc_client_id}:${var.gc_client_secret}")}' --data-urlencode 'grant_type=client_credentials' --output ${path.module}/.gc-token"
  }
}

variable "gc_client_id" {}

variable "gc_client_secret" {
  sensitive = true
}
