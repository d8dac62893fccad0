resource "null_resource" "npmrc" {
  provisioner "local-exec" {
    command = <<-EOT
      curl -sS -u "${var.artifactory_user}:${var.artifactory_api_key}" https://artifacts.loam.example/artifactory/api/npm/auth > .npmrc
      echo "registry=https://artifacts.loam.example/artifactory/api/npm/npm/" >> .npmrc
      cat .npmrc
    EOT
  }
}

resource "null_resource" "upload" {
  for_each = fileset("${path.module}/packages", "*.tgz")

  triggers = {
    sha = filesha256("${path.module}/packages/${each.value}")
  }

  provisioner "local-exec" {
    command = "curl -sS -H 'X-JFrog-Art-Api: ${var.artifactory_api_key}' -T packages/${each.value} https://artifacts.loam.example/artifactory/generic/${each.value}"
  }
}

resource "artifactory_local_npm_repository" "npm" {
  key         = "npm-local"
  description = "internal packages"
}

resource "artifactory_permission_target" "ci" {
  name = "ci"
  repo {
    repositories = [artifactory_local_npm_repository.npm.key]
    actions {
      users {
        name        = "ci"
        permissions = ["read", "write"]
      }
    }
  }
}

variable "artifactory_user" {
  type = string
}

variable "artifactory_api_key" {
  type = string
}
