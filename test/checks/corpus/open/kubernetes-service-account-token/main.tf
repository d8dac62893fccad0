resource "kubernetes_service_account_v1" "deployer" {
  metadata {
    name      = "deployer"
    namespace = "ci"
  }
}

resource "kubernetes_secret_v1" "deployer_token" {
  metadata {
    name      = "deployer-token"
    namespace = "ci"
    annotations = {
      "kubernetes.io/service-account.name" = kubernetes_service_account_v1.deployer.metadata[0].name
    }
  }

  type                           = "kubernetes.io/service-account-token"
  wait_for_service_account_token = true
}

data "aws_eks_cluster_auth" "this" {
  name = var.cluster
}

provider "kubernetes" {
  host                   = var.endpoint
  cluster_ca_certificate = base64decode(var.ca)
  token                  = data.aws_eks_cluster_auth.this.token
}

output "deployer_token" {
  value     = kubernetes_secret_v1.deployer_token.data["token"]
  sensitive = true
}

variable "cluster" {
  type = string
}

variable "endpoint" {
  type = string
}

variable "ca" {
  type = string
}
