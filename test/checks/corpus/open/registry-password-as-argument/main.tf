resource "null_resource" "push" {
  provisioner "local-exec" {
    interpreter = ["bash", "-ec"]
    command     = "docker login -u AWS -p $(aws ecr get-login-password --region eu-central-1) 4711.dkr.ecr.eu-central-1.amazonaws.com"
  }
}
