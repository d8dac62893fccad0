resource "helm_release" "workflows" {
  name      = "argo-workflows"
  namespace = "argo"
  chart     = "oci://ghcr.io/argoproj/argo-helm/argo-workflows"
  version   = "0.41.8"
  values = [templatefile("${path.module}/values.yaml", {
    issuer = "https://sso.linnet.example/realms/staff"
    host   = "workflows.linnet.example"
  })]
}

resource "kubernetes_secret" "sso" {
  metadata {
    name      = "argo-sso"
    namespace = "argo"
  }
  data = {
    client-id     = "argo-workflows"
    client-secret = var.argo_client_secret
  }
}

variable "argo_client_secret" {
  type      = string
  sensitive = true
}
