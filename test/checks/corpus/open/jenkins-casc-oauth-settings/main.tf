resource "helm_release" "jenkins" {
  name       = "jenkins"
  namespace  = "ci"
  repository = "https://charts.jenkins.io"
  chart      = "jenkins"
  version    = "5.4.2"

  values = [
    templatefile("${path.module}/casc.yaml.tftpl", {
      hostname = "ci.${var.domain}"
      tenant   = var.tenant_id
    }),
  ]

  set_sensitive {
    name  = "controller.additionalSecrets[0].value"
    value = var.entra_client_secret
  }
}

resource "kubernetes_network_policy" "jenkins" {
  metadata {
    name      = "jenkins"
    namespace = "ci"
  }

  spec {
    pod_selector {
      match_labels = { "app.kubernetes.io/name" = "jenkins" }
    }
    policy_types = ["Ingress"]
    ingress {
      from {
        namespace_selector {
          match_labels = { name = "ingress" }
        }
      }
    }
  }
}

resource "kubernetes_config_map" "scripts" {
  metadata {
    name      = "release-scripts"
    namespace = "ci"
  }

  data = {
    "release.sh" = file("${path.module}/release.sh")
  }
}

variable "domain" {
  type = string
}

variable "tenant_id" {
  type = string
}

variable "entra_client_secret" {
  type      = string
  sensitive = true
}
