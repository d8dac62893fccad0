resource "kubernetes_namespace" "team" {
  for_each = toset(["red", "blue"])
  metadata {
    name = each.key
  }
}

resource "helm_release" "quota" {
  name      = "quota"
  namespace = kubernetes_namespace.team["red"].metadata[0].name
  chart     = "oci://registry.plover-ridge.example/charts/quota"
}
