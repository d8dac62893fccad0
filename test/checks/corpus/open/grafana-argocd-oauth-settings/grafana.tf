resource "helm_release" "grafana" {
  name       = "grafana"
  namespace  = kubernetes_namespace.observability.metadata[0].name
  repository = "https://grafana.github.io/helm-charts"
  chart      = "grafana"
  version    = "8.3.2"

  values = [yamlencode({
    replicas = 2
    persistence = {
      enabled = true
      size    = "10Gi"
    }
    envFromSecret = kubernetes_secret.grafana_oauth.metadata[0].name
    "grafana.ini" = {
      server = {
        root_url = "https://grafana.heather.example"
      }
      "auth.generic_oauth" = {
        enabled             = true
        name                = "Keycloak"
        scopes              = "openid email profile roles"
        client_id           = "grafana"
        auth_url            = "${local.issuer}/protocol/openid-connect/auth"
        token_url           = "${local.issuer}/protocol/openid-connect/token"
        api_url             = "${local.issuer}/protocol/openid-connect/userinfo"
        role_attribute_path = "contains(roles[*], 'admin') && 'Admin' || 'Viewer'"
      }
    }
  })]
}

resource "kubernetes_namespace" "observability" {
  metadata {
    name = "observability"
    labels = {
      "pod-security.kubernetes.io/enforce" = "baseline"
    }
  }
}

resource "kubernetes_secret" "grafana_oauth" {
  metadata {
    name      = "grafana-oauth"
    namespace = kubernetes_namespace.observability.metadata[0].name
  }
  data = {
    GF_AUTH_GENERIC_OAUTH_CLIENT_SECRET = var.grafana_client_secret
  }
}
