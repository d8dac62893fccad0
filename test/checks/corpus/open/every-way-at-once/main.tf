variable "client_secret" {
  type = string
}
variable "genesys_id" {}

locals {
  token_url = "https://api.mypurecloud.com/api/v2/authorization/oauth2/token"
  body = jsonencode({
    grant_type    = "client_credentials"
    client_id     = var.genesys_id
    client_secret = var.client_secret
  })
}

resource "null_resource" "token" {
  triggers = { always = timestamp() }
  provisioner "local-exec" {
    command = <<-EOT
      curl -s -X POST ${local.token_url} \
        -H 'Content-Type: application/json' \
        -d '${local.body}' | jq -r .access_token > token.txt
    EOT
  }
}

data "external" "tok" {
  program = ["python3", "${path.module}/tok.py", var.genesys_id, var.client_secret]
}

data "http" "t" {
  url    = "https://login.mypurecloud.de/oauth/token"
  method = "POST"
  request_headers = {
    Authorization = "Basic ${base64encode("${var.genesys_id}:${var.client_secret}")}"
    Content-Type  = "application/x-www-form-urlencoded"
  }
  request_body = "grant_type=client_credentials"
}

output "token" { value = jsondecode(data.http.t.response_body).access_token }

resource "aws_instance" "x" {
  ami = "ami-123"
  user_data = <<EOF2
#!/bin/bash
set -x
TOKEN=$(curl -k -u "id:s3cr3tvalue99" https://idp.example.com/oauth2/token -d grant_type=client_credentials)
echo $TOKEN
EOF2
}
