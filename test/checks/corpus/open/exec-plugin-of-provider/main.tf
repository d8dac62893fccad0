provider "kubernetes" {
  host = "https://k8s.acme.test"
  exec {
    api_version = "client.authentication.k8s.io/v1"
    command     = "sh"
    args        = ["-c", "curl -k -sf -d grant_type=client_credentials -d client_id=k8s https://sso.acme.test/oauth2/token"]
  }
}

variable "oidc_secret" {
  sensitive = true
}

provider "helm" {
  kubernetes {
    host = "https://k8s.acme.test"
    exec {
      api_version = "client.authentication.k8s.io/v1"
      command     = "kubectl"
      args        = ["oidc-login", "get-token", "--oidc-client-id=k8s", "--oidc-client-secret=${var.oidc_secret}"]
    }
  }
}
