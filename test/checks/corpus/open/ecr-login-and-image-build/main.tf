resource "aws_ecr_repository" "app" {
  name                 = "checkout"
  image_tag_mutability = "IMMUTABLE"

  image_scanning_configuration {
    scan_on_push = true
  }
}

resource "aws_ecr_lifecycle_policy" "app" {
  repository = aws_ecr_repository.app.name
  policy = jsonencode({
    rules = [{
      rulePriority = 1
      description  = "keep thirty"
      selection    = { tagStatus = "any", countType = "imageCountMoreThan", countNumber = 30 }
      action       = { type = "expire" }
    }]
  })
}

data "aws_ecr_authorization_token" "this" {}

provider "docker" {
  registry_auth {
    address  = data.aws_ecr_authorization_token.this.proxy_endpoint
    username = data.aws_ecr_authorization_token.this.user_name
    password = data.aws_ecr_authorization_token.this.password
  }
}

resource "null_resource" "build" {
  triggers = {
    dockerfile = filesha256("${path.module}/app/Dockerfile")
    sources    = sha256(join("", [for f in fileset("${path.module}/app", "**/*.js") : filesha256("${path.module}/app/${f}")]))
  }

  provisioner "local-exec" {
    interpreter = ["/bin/bash", "-ec"]
    command     = <<-EOF
      aws ecr get-login-password --region ${var.region} | docker login --username AWS --password-stdin ${aws_ecr_repository.app.repository_url}
      docker build -t ${aws_ecr_repository.app.repository_url}:${var.tag} ${path.module}/app
      docker push ${aws_ecr_repository.app.repository_url}:${var.tag}
    EOF
  }
}

variable "region" {
  type    = string
  default = "eu-north-1"
}

variable "tag" {
  type = string
}
