resource "kubernetes_service_account_v1" "argocd_manager" {
  metadata {
    name      = "argocd-manager"
    namespace = "kube-system"
  }
}

resource "kubernetes_secret_v1" "argocd_manager" {
  metadata {
    name      = "argocd-manager-token"
    namespace = "kube-system"
    annotations = {
      "kubernetes.io/service-account.name" = kubernetes_service_account_v1.argocd_manager.metadata[0].name
    }
  }
  type                           = "kubernetes.io/service-account-token"
  wait_for_service_account_token = true
}

resource "argocd_cluster" "spoke" {
  server = var.cluster_endpoint
  name   = "spoke"

  config {
    bearer_token = kubernetes_secret_v1.argocd_manager.data["token"]
    tls_client_config {
      ca_data = var.cluster_ca
    }
  }
}

resource "argocd_repository" "charts" {
  repo     = "https://git.agate.example/platform/charts.git"
  username = "argocd"
  password = var.git_token
  insecure = false
}

resource "argocd_application" "root" {
  metadata {
    name      = "root"
    namespace = "argocd"
  }
  spec {
    project = "default"
    destination {
      server    = argocd_cluster.spoke.server
      namespace = "argocd"
    }
    source {
      repo_url        = argocd_repository.charts.repo
      path            = "root"
      target_revision = "main"
    }
    sync_policy {
      automated {
        prune     = true
        self_heal = true
      }
    }
  }
}

variable "cluster_endpoint" {
  type = string
}

variable "cluster_ca" {
  type = string
}

variable "git_token" {
  type      = string
  sensitive = true
}
