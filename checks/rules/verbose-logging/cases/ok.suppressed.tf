# Terraform prints nothing of a provisioner that is given a sensitive value.
variable "client_secret" {
  type      = string
  sensitive = true
}
resource "terraform_data" "warm_up" {
  provisioner "local-exec" {
    interpreter = ["bash", "-euo", "pipefail", "-c"]
    command     = "printf 'grant_type=client_credentials&client_id=abc&client_secret=%s' \"$CLIENT_SECRET\" | curl --silent --show-error --fail-with-body --data @- https://login.example.com/oauth/token"
    environment = {
      CLIENT_SECRET = urlencode(var.client_secret)
    }
  }
}
