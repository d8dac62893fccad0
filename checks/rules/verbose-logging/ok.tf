resource "null_resource" "token" {
  provisioner "local-exec" {
    command = <<-EOT
      curl --silent --fail --output /dev/null https://login.example.com/oauth/token \
        --data grant_type=client_credentials --data client_id=abc
    EOT
  }
}
