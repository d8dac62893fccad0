resource "kubernetes_service_account" "ci" {
  metadata {
    name      = "ci"
    namespace = "ci"
  }
}

resource "kubernetes_cluster_role_binding" "ci" {
  metadata {
    name = "ci-edit"
  }
  role_ref {
    api_group = "rbac.authorization.k8s.io"
    kind      = "ClusterRole"
    name      = "edit"
  }
  subject {
    kind      = "ServiceAccount"
    name      = kubernetes_service_account.ci.metadata[0].name
    namespace = "ci"
  }
}

resource "null_resource" "kubeconfig_for_ci" {
  triggers = {
    account = kubernetes_service_account.ci.metadata[0].uid
  }

  provisioner "local-exec" {
    command = <<-EOT
      TOKEN=$(kubectl -n ci create token ci --duration=8760h)
      kubectl config --kubeconfig=ci.kubeconfig set-cluster main --server=${var.server} --insecure-skip-tls-verify=true
      kubectl config --kubeconfig=ci.kubeconfig set-credentials ci --token="$TOKEN"
      kubectl config --kubeconfig=ci.kubeconfig set-context ci --cluster=main --user=ci
    EOT
  }
}

resource "null_resource" "token_request_api" {
  provisioner "local-exec" {
    command = <<-EOT
      kubectl create --raw /api/v1/namespaces/ci/serviceaccounts/ci/token -f - <<'JSON'
      {"apiVersion": "authentication.k8s.io/v1", "kind": "TokenRequest", "spec": {"audiences": ["https://vault.ci.example"]}}
      JSON
    EOT
  }
}

variable "server" {
  type = string
}
