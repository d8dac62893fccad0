resource "kubernetes_job_v1" "enable_feature" {
  metadata {
    name      = "enable-feature"
    namespace = "ops"
  }

  spec {
    backoff_limit = 1
    template {
      metadata {}
      spec {
        restart_policy = "Never"
        container {
          name    = "curl"
          image   = "registry.trellis.example/tools/curl-jq:1"
          command = ["/bin/sh", "-c"]
          args = [<<-EOT
            TOKEN=$(curl -s http://keycloak.iam:8080/realms/ops/protocol/openid-connect/token -d grant_type=client_credentials -d client_id=features -d 'client_secret=${var.features_secret}' | jq -r .access_token)
            curl -sf -X POST http://features.ops:8080/v1/enable -H "Authorization: Bearer $TOKEN"
          EOT
          ]
        }
      }
    }
  }
}

variable "features_secret" {
  type      = string
  sensitive = true
}
