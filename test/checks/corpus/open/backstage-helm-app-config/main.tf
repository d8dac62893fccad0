resource "helm_release" "backstage" {
  name       = "backstage"
  namespace  = "portal"
  repository = "https://backstage.github.io/charts"
  chart      = "backstage"
  version    = "1.9.5"

  values = [<<-YAML
    backstage:
      image:
        registry: ghcr.io
        repository: sedge/backstage
        tag: "${var.tag}"
      extraEnvVarsSecrets: [backstage-oauth]
      appConfig:
        app:
          baseUrl: https://portal.${var.domain}
        auth:
          environment: production
          providers:
            microsoft:
              production:
                clientId: $${AUTH_MICROSOFT_CLIENT_ID}
                clientSecret: $${AUTH_MICROSOFT_CLIENT_SECRET}
                tenantId: ${var.tenant_id}
        proxy:
          endpoints:
            /pagerduty:
              target: https://api.pagerduty.com
              headers:
                Authorization: Token token=$${PAGERDUTY_TOKEN}
            /oauth-api:
              target: https://api.${var.domain}/oauth/token
              credentials: require
  YAML
  ]
}

resource "kubernetes_manifest" "oauth" {
  manifest = {
    apiVersion = "secrets.hashicorp.com/v1beta1"
    kind       = "VaultStaticSecret"
    metadata   = { name = "backstage-oauth", namespace = "portal" }
    spec = {
      mount        = "apps"
      type         = "kv-v2"
      path         = "portal/oauth"
      refreshAfter = "1h"
      destination  = { name = "backstage-oauth", create = true }
    }
  }
}

resource "kubernetes_ingress_v1" "backstage" {
  metadata {
    name      = "backstage"
    namespace = "portal"
    annotations = {
      "nginx.ingress.kubernetes.io/auth-url"    = "https://oauth2-proxy.${var.domain}/oauth2/auth"
      "nginx.ingress.kubernetes.io/auth-signin" = "https://oauth2-proxy.${var.domain}/oauth2/start?rd=$escaped_request_uri"
    }
  }
  spec {
    rule {
      host = "portal.${var.domain}"
      http {
        path {
          path = "/"
          backend {
            service {
              name = "backstage"
              port {
                number = 7007
              }
            }
          }
        }
      }
    }
  }
}
