resource "helm_release" "prometheus" {
  name       = "kube-prometheus-stack"
  namespace  = "monitoring"
  repository = "https://prometheus-community.github.io/helm-charts"
  chart      = "kube-prometheus-stack"
  version    = "61.3.0"

  values = [templatefile("${path.module}/values.yaml.tftpl", {
    domain       = var.domain
    retention    = "15d"
    oauth_secret = kubernetes_secret.scrape.metadata[0].name
  })]
}

resource "kubernetes_secret" "scrape" {
  metadata {
    name      = "scrape-oauth"
    namespace = "monitoring"
  }
  data = {
    client_secret = var.scrape_client_secret
  }
}

resource "kubernetes_manifest" "probe" {
  manifest = {
    apiVersion = "monitoring.coreos.com/v1"
    kind       = "Probe"
    metadata = {
      name      = "sso"
      namespace = "monitoring"
    }
    spec = {
      prober  = { url = "blackbox-exporter.monitoring.svc:9115" }
      module  = "http_post_2xx"
      targets = { staticConfig = { static = ["https://sso.${var.domain}/oauth2/token/health"] } }
    }
  }
}

variable "domain" {
  type = string
}

variable "scrape_client_secret" {
  type      = string
  sensitive = true
}
