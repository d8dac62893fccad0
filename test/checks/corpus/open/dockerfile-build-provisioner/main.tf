resource "aws_ecr_repository" "app" {
  name = "app"
}

resource "null_resource" "image" {
  triggers = {
    src = sha1(join("", [for f in sort(fileset("${path.module}/src", "**")) : filesha1("${path.module}/src/${f}")]))
  }

  provisioner "local-exec" {
    interpreter = ["bash", "-xeuo", "pipefail", "-c"]
    command     = <<-EOT
      aws ecr get-login-password --region eu-west-1 | docker login --username AWS --password-stdin ${split("/", aws_ecr_repository.app.repository_url)[0]}
      docker build -t ${aws_ecr_repository.app.repository_url}:latest .
      docker push ${aws_ecr_repository.app.repository_url}:latest
    EOT
  }
}
