variable "region_domain" {
  type = string
}

variable "oauth" {
  type = map(string)
}

resource "null_resource" "validate" {
  triggers = {
    always = timestamp()
    secret = var.oauth["secret"]
  }

  provisioner "local-exec" {
    command     = <<EOT
export RESPONSE=$(curl -s -X POST "https://login.${var.region_domain}/oauth/token" -H "Authorization: Basic $(echo -n "${var.oauth["id"]}:${var.oauth["secret"]}" | base64 -w0)" -d "grant_type=client_credentials")
echo $RESPONSE
EOT
    interpreter = ["/bin/bash", "-c"]
  }
}
