variable "cs" {
  type      = string
  sensitive = true
}
variable "google_application_credentials" {
  type = string
}
resource "null_resource" "t" {
  provisioner "local-exec" {
    command     = <<-EOT
      set -e
      echo "key file: $GOOGLE_APPLICATION_CREDENTIALS, profile: $AWS_CREDENTIALS_PROFILE"
      printf 'grant_type=client_credentials&client_id=ci&client_secret=%s' "$CS" |
        curl -q -fsS --data @- -o t.json https://id.acme.test/oauth2/token
      gsutil -o "Credentials:gs_service_key_file=$GOOGLE_APPLICATION_CREDENTIALS" cp t.json gs://x
    EOT
    environment = {
      CS                             = urlencode(var.cs)
      GOOGLE_APPLICATION_CREDENTIALS = var.google_application_credentials
    }
  }
}
