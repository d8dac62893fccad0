resource "helm_release" "external_secrets" {
  name             = "external-secrets"
  namespace        = "external-secrets"
  create_namespace = true
  repository       = "https://charts.external-secrets.io"
  chart            = "external-secrets"
  version          = "0.9.20"
}

resource "kubernetes_manifest" "cluster_store" {
  manifest = {
    apiVersion = "external-secrets.io/v1beta1"
    kind       = "ClusterSecretStore"
    metadata   = { name = "aws" }
    spec = {
      provider = {
        aws = {
          service = "SecretsManager"
          region  = "eu-west-1"
          auth    = { jwt = { serviceAccountRef = { name = "external-secrets", namespace = "external-secrets" } } }
        }
      }
    }
  }
}

resource "kubernetes_manifest" "app_secret" {
  for_each = toset(["orders", "billing"])
  manifest = {
    apiVersion = "external-secrets.io/v1beta1"
    kind       = "ExternalSecret"
    metadata = {
      name      = "${each.key}-oauth"
      namespace = each.key
    }
    spec = {
      refreshInterval = "1h"
      secretStoreRef  = { name = "aws", kind = "ClusterSecretStore" }
      target = {
        name = "${each.key}-oauth"
        template = {
          data = {
            "oauth.env" = "TOKEN_URL=https://sso.dunlin.example/oauth2/token\nCLIENT_ID={{ .client_id }}\nCLIENT_SECRET={{ .client_secret }}\nGRANT_TYPE=client_credentials\n"
          }
        }
      }
      data = [
        { secretKey = "client_id", remoteRef = { key = "apps/${each.key}/oauth", property = "client_id" } },
        { secretKey = "client_secret", remoteRef = { key = "apps/${each.key}/oauth", property = "client_secret" } },
      ]
    }
  }
}

resource "aws_iam_role" "external_secrets" {
  name = "external-secrets"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRoleWithWebIdentity"
      Principal = { Federated = var.oidc_provider_arn }
    }]
  })
}

variable "oidc_provider_arn" {
  type = string
}
