provider "flux" {
  kubernetes = {
    config_path = "~/.kube/config"
  }
  git = {
    url = "https://github.com/${var.github_org}/fleet.git"
    http = {
      username = "git"
      password = var.github_token
    }
  }
}

resource "flux_bootstrap_git" "this" {
  path                   = "clusters/prod"
  components_extra       = ["image-reflector-controller", "image-automation-controller"]
  embedded_manifests     = true
  kustomization_override = file("${path.module}/kustomization.yaml")
}

resource "kubernetes_secret" "receiver_token" {
  metadata {
    name      = "receiver-token"
    namespace = "flux-system"
  }
  data = {
    token = random_password.receiver.result
  }
}

resource "random_password" "receiver" {
  length  = 40
  special = false
}

resource "github_repository_webhook" "flux" {
  repository = "fleet"
  active     = true
  events     = ["push"]
  configuration {
    url          = "https://flux.${var.domain}/hook/${sha256("${random_password.receiver.result}receiverflux-system")}"
    content_type = "form"
    insecure_ssl = false
    secret       = random_password.receiver.result
  }
}

resource "null_resource" "reconcile" {
  triggers = {
    revision = var.revision
  }
  provisioner "local-exec" {
    command = "kubectl -n flux-system annotate --overwrite gitrepository/flux-system reconcile.fluxcd.io/requestedAt=\"$(date +%s)\""
  }
}

variable "github_org" {
  type = string
}

variable "github_token" {
  type      = string
  sensitive = true
}

variable "domain" {
  type = string
}

variable "revision" {
  type = string
}
