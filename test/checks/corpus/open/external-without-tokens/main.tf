data "external" "git" {
  program = ["bash", "-c", "printf '{\"sha\": \"%s\", \"branch\": \"%s\"}' \"$(git rev-parse HEAD)\" \"$(git rev-parse --abbrev-ref HEAD)\""]
}

data "external" "helm_values" {
  program = ["python3", "${path.module}/scripts/merge_values.py"]
  query = {
    base    = "${path.module}/values/base.yaml"
    overlay = "${path.module}/values/${terraform.workspace}.yaml"
  }
}

data "external" "latest_ami" {
  program = ["bash", "${path.module}/scripts/latest_ami.sh"]
  query = {
    owner = "amazon"
    name  = "bottlerocket-aws-k8s-1.30-x86_64-*"
  }
}

resource "helm_release" "app" {
  name      = "app"
  namespace = "default"
  chart     = "${path.module}/chart"
  values    = [data.external.helm_values.result.merged]

  set {
    name  = "image.tag"
    value = substr(data.external.git.result.sha, 0, 12)
  }

  set {
    name  = "tokenEndpoint"
    value = "https://sso.petrel.example/oauth2/token"
  }
}

output "ami" {
  value = data.external.latest_ami.result.id
}
