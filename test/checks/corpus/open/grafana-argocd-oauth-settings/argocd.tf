locals {
  issuer = "https://sso.heather.example/realms/staff"
}

resource "helm_release" "argocd" {
  name             = "argocd"
  namespace        = "argocd"
  create_namespace = true
  repository       = "https://argoproj.github.io/argo-helm"
  chart            = "argo-cd"
  version          = "7.3.4"

  values = [
    <<-YAML
    configs:
      params:
        server.insecure: true
      cm:
        url: https://argocd.heather.example
        oidc.config: |
          name: Keycloak
          issuer: ${local.issuer}
          clientID: argocd
          clientSecret: $oidc.keycloak.clientSecret
          requestedScopes: ["openid", "profile", "email", "groups"]
      rbac:
        policy.csv: |
          g, platform, role:admin
    YAML
  ]

  set_sensitive {
    name  = "configs.secret.extra.oidc\\.keycloak\\.clientSecret"
    value = var.argocd_client_secret
  }
}
