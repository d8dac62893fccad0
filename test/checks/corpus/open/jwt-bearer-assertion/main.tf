data "external" "jwt" {
  program = ["python3", "${path.module}/sign.py"]
}

resource "null_resource" "docusign" {
  provisioner "local-exec" {
    command = "curl -s --location 'https://account-d.docusign.com/oauth/token' --data-urlencode 'grant_type=urn:ietf:params:oauth:grant-type:jwt-bearer' --data-urlencode 'assertion=${data.external.jwt.result.assertion}' -o token.json"
  }
}
