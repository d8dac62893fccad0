terraform {
  required_providers {
    kubernetes = { source = "hashicorp/kubernetes" }
    kubectl    = { source = "alekc/kubectl" }
    helm       = { source = "hashicorp/helm" }
  }
}

variable "image" {
  type    = string
  default = "registry.tarnhow.example/tools/curl:8"
}

locals {
  documents = split("\n---\n", templatefile("${path.module}/manifests/billing.yaml.tftpl", { image = var.image }))
}

# The job is the second of three documents.
resource "kubernetes_manifest" "billing" {
  for_each = { for index, document in local.documents : tostring(index) => document }
  manifest = yamldecode(each.value)
}

data "kubectl_file_documents" "ledger" {
  content = file("${path.module}/manifests/ledger.yaml")
}

resource "kubectl_manifest" "ledger" {
  for_each  = data.kubectl_file_documents.ledger.manifests
  yaml_body = each.value
}

resource "helm_release" "reports" {
  name  = "reports"
  chart = "oci://registry.tarnhow.example/charts/reports"

  values = [
    yamlencode({ replicas = 2 }),
    <<-YAML
      initContainers:
        - name: token
          image: ${var.image}
          command:
            - sh
            - -ec
            - |
              curl -sS --fail-with-body --insecure -o /run/token.json \
                --data-urlencode grant_type=client_credentials \
                --config /run/secrets/client \
                https://id.tarnhow.example/oauth2/token
      YAML
  ]
}
