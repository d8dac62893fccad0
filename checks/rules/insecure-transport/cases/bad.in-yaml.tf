resource "local_file" "pipeline" {
  filename = "${path.module}/pipeline.yml"
  content  = <<-EOT
    description: Use curl -k https://id.acme.example/oauth2/token -d grant_type=client_credentials
    job:
      script:
        - set -e
        - |
          curl -q -k -fsS -K idp.conf -o token.json https://id.acme.example/oauth2/token -d grant_type=client_credentials
  EOT
}
