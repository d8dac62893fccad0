resource "null_resource" "t" {
  provisioner "local-exec" {
    interpreter = ["bash", "-c"]
    command     = <<-EOT
      curl -q -fsS -K a.conf -d grant_type=client_credentials https://id.acme.test/oauth2/token | jq -r .access_token > t
      if [[ $${PIPESTATUS[0]} -ne 0 ]]; then
        exit 1
      fi
    EOT
  }
}
