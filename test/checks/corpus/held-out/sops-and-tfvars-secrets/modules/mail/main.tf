variable "smtp_password" {
  type      = string
  sensitive = true
}

resource "kubernetes_secret" "smtp" {
  metadata {
    name      = "smtp"
    namespace = "mail"
  }
  data = {
    password = var.smtp_password
  }
}

resource "helm_release" "mail" {
  name      = "mail"
  namespace = "mail"
  chart     = "oci://registry.sallow.example/charts/mail"
  set {
    name  = "existingSecret"
    value = kubernetes_secret.smtp.metadata[0].name
  }
}
