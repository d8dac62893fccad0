variable "use_credentials" {
  type    = bool
  default = true
}
variable "cs" {
  type      = string
  sensitive = true
}
resource "null_resource" "t" {
  triggers = {
    use_credentials = var.use_credentials
  }
  provisioner "local-exec" {
    command     = <<-EOT
      set -e
      echo "credentials: $USE_CREDENTIALS, secret: $HAS_CLIENT_SECRET, ${var.use_credentials}"
      printf 'grant_type=client_credentials&client_id=ci&client_secret=%s' "$CS" |
        curl -q -fsS --data @- -o t.json https://id.acme.test/oauth2/token
      ./report --with-credentials "$USE_CREDENTIALS"
    EOT
    environment = {
      CS                = urlencode(var.cs)
      USE_CREDENTIALS   = var.use_credentials
      HAS_CLIENT_SECRET = "yes"
    }
  }
}
