# Nobody reads the answer, so that it goes to Terraform's output.
resource "terraform_data" "warm_up" {
  provisioner "local-exec" {
    interpreter = ["bash", "-euo", "pipefail", "-c"]
    command     = <<-EOT
      request() {
        printf 'grant_type=client_credentials&client_id=abc' |
          curl --silent --show-error --fail-with-body --data @- https://login.example.com/oauth/token
      }
      request
    EOT
  }
}
