variable "sso_client_secret" {
  type        = string
  description = "Of the client in the identity provider."
}

module "grafana" {
  source  = "observability/grafana/kubernetes"
  version = "4.2.0"

  oauth = {
    client_id     = "grafana"
    client_secret = var.sso_client_secret
  }
}
