/** A request in plain HCL that goes out as JSON. */
export const MISTAKE = `resource "null_resource" "ask" {
  provisioner "local-exec" {
    environment = { SECRET = var.client_secret }
    command     = <<-EOT
      curl -sS -H 'Content-Type: application/json' https://example.com/oauth/token \\
        -d '{"grant_type":"client_credentials","client_id":"a","client_secret":"'"$SECRET"'"}'
    EOT
  }
}
`;
