resource "local_file" "howto" {
  filename = "HOWTO.txt"
  content  = "Try it: curl -k -d grant_type=client_credentials -u me https://id.acme.test/oauth2/token"
}
resource "local_file" "site" {
  filename = "mkdocs/token.yml"
  content  = <<-EOT
    title: Tokens
    example: |
      curl -k https://id.acme.test/oauth2/token -d grant_type=client_credentials -d client_id=me
  EOT
}
resource "confluence_content" "page" {
  title = "Tokens"
  body  = "<p>curl -k https://id.acme.test/oauth2/token -d grant_type=client_credentials</p>"
}
resource "local_file" "readme" {
  filename = "${path.module}/out/README.md"
  content  = <<-EOT
    # First steps

    Ask for a token, for now without the certificate:

        curl -k https://id.acme.test/oauth2/token -d grant_type=client_credentials -d client_id=me
  EOT
}
