resource "random_bytes" "cookie" {
  length = 32
}

resource "helm_release" "oauth2_proxy" {
  name       = "oauth2-proxy"
  namespace  = "ingress"
  repository = "https://oauth2-proxy.github.io/manifests"
  chart      = "oauth2-proxy"
  version    = "7.7.1"

  values = [yamlencode({
    config = {
      existingSecret = kubernetes_secret.oauth2_proxy.metadata[0].name
      configFile     = <<-CFG
        provider = "keycloak-oidc"
        oidc_issuer_url = "https://sso.acme.example/realms/staff"
        redeem_url = "https://sso.acme.example/realms/staff/protocol/openid-connect/token"
        email_domains = [ "*" ]
        upstreams = [ "static://200" ]
        scope = "openid email profile"
      CFG
    }
    ingress = {
      enabled = true
      hosts   = ["auth.acme.example"]
    }
  })]
}

resource "kubernetes_secret" "oauth2_proxy" {
  metadata {
    name      = "oauth2-proxy"
    namespace = "ingress"
  }

  data = {
    client-id     = keycloak_openid_client.proxy.client_id
    client-secret = keycloak_openid_client.proxy.client_secret
    cookie-secret = random_bytes.cookie.base64
  }
}

resource "keycloak_openid_client" "proxy" {
  realm_id              = "staff"
  client_id             = "oauth2-proxy"
  access_type           = "CONFIDENTIAL"
  standard_flow_enabled = true
  valid_redirect_uris   = ["https://auth.acme.example/oauth2/callback"]
}
