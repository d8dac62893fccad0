data "external" "docusign" {
  program = ["python3", "${path.module}/token.py"]
}

output "docusign_token" {
  value     = data.external.docusign.result.access_token
  sensitive = true
}
