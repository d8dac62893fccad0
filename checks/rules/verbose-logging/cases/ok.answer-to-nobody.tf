# Whether the client may log in is all that counts here.
resource "terraform_data" "warm_up" {
  provisioner "local-exec" {
    interpreter = ["bash", "-euo", "pipefail", "-c"]
    command     = <<-EOT
      printf 'grant_type=client_credentials&client_id=abc' |
        curl --silent --show-error --fail-with-body --data @- --output /dev/null --write-out '%%{http_code}' https://login.example.com/oauth/token
      printf 'grant_type=client_credentials&client_id=abc' |
        curl --silent --show-error --fail-with-body --data @- https://login.example.com/oauth/token | grep --quiet access_token
    EOT
  }
}

# Without a token in it the log of a provider is another matter.
provider "restapi" {
  uri   = "https://api.example.com"
  debug = true
}
