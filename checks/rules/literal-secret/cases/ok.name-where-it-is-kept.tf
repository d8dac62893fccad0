locals {
  external_secrets = {
    portal = { store = "vault", properties = { client_id = "oidc_client_id", client_secret = "oidc_client_secret" } }
    shop   = { store = "aws", properties = { clientSecret = "shop-client-secret-v2" } }
  }
}

resource "kubernetes_manifest" "secret" {
  for_each = local.external_secrets
  manifest = {
    apiVersion = "external-secrets.io/v1beta1"
    kind       = "ExternalSecret"
    metadata   = { name = each.key }
    spec = {
      secretStoreRef = { name = each.value.store, kind = "ClusterSecretStore" }
      data = [for name, property in each.value.properties : {
        secretKey = name
        remoteRef = { key = each.key, property = property }
      }]
    }
  }
}
