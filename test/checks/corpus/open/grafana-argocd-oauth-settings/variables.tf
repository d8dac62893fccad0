variable "grafana_client_secret" {
  type      = string
  sensitive = true
}

variable "argocd_client_secret" {
  type      = string
  sensitive = true
}
