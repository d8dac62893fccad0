resource "null_resource" "push" {
  provisioner "local-exec" {
    interpreter = ["bash", "-eo", "pipefail", "-c"]
    command     = "gcloud auth print-access-token | docker login -u oauth2accesstoken --password-stdin europe-docker.pkg.dev"
  }
}
