resource "null_resource" "debug" {
  provisioner "local-exec" {
    interpreter = ["bash", "-euc"]
    command     = <<-EOT
      token="$(gcloud auth print-access-token --impersonate-service-account=ci@acme.iam.gserviceaccount.com)"
      echo "using $token"
    EOT
  }
}
