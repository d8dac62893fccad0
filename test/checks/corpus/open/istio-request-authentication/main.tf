locals {
  issuer = "https://sso.plover.example/realms/partners"
  routes = {
    orders   = { prefix = "/orders", port = 8080, scopes = ["orders:read"] }
    invoices = { prefix = "/invoices", port = 8081, scopes = ["invoices:read", "invoices:write"] }
  }
}

resource "kubectl_manifest" "request_authentication" {
  yaml_body = <<-YAML
    apiVersion: security.istio.io/v1
    kind: RequestAuthentication
    metadata:
      name: partners
      namespace: istio-ingress
    spec:
      selector:
        matchLabels:
          istio: ingress
      jwtRules:
        - issuer: ${local.issuer}
          jwksUri: ${local.issuer}/protocol/openid-connect/certs
          forwardOriginalToken: true
          outputPayloadToHeader: x-jwt-payload
  YAML
}

resource "kubectl_manifest" "authorization_policy" {
  for_each  = local.routes
  yaml_body = <<-YAML
    apiVersion: security.istio.io/v1
    kind: AuthorizationPolicy
    metadata:
      name: ${each.key}
      namespace: istio-ingress
    spec:
      action: ALLOW
      rules:
        - to:
            - operation:
                paths: ["${each.value.prefix}*"]
          when:
            - key: request.auth.claims[scope]
              values: ${jsonencode(each.value.scopes)}
  YAML
}

resource "kubectl_manifest" "virtual_service" {
  for_each  = local.routes
  yaml_body = <<-YAML
    apiVersion: networking.istio.io/v1
    kind: VirtualService
    metadata:
      name: ${each.key}
      namespace: istio-ingress
    spec:
      hosts: ["api.plover.example"]
      gateways: ["public"]
      http:
        - match:
            - uri:
                prefix: ${each.value.prefix}
          route:
            - destination:
                host: ${each.key}.apps.svc.cluster.local
                port:
                  number: ${each.value.port}
        - match:
            - uri:
                prefix: /oauth2/token
          redirect:
            uri: /realms/partners/protocol/openid-connect/token
            authority: sso.plover.example
  YAML
}
