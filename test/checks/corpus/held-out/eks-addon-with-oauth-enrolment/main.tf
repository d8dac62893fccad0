module "eks" {
  source  = "terraform-aws-modules/eks/aws"
  version = "~> 20.0"

  cluster_name    = "tarn"
  cluster_version = "1.31"
  vpc_id          = var.vpc_id
  subnet_ids      = var.subnet_ids
}

resource "helm_release" "agent" {
  name             = "castle-agent"
  namespace        = "castle"
  create_namespace = true
  repository       = "https://charts.castle.example"
  chart            = "agent"

  set {
    name  = "cluster.id"
    value = data.external.castle_cluster.result.cluster_id
  }

  set_sensitive {
    name  = "accessToken"
    value = data.external.castle_cluster.result.access_token
  }
}

data "external" "castle_cluster" {
  program = ["bash", "-c", <<-EOT
    set -e
    TOKEN=$(curl -s -X POST https://api.castle.example/oauth2/token -H 'Content-Type: application/json' -d '{"grant_type":"client_credentials","client_id":"'$CASTLE_ID'","client_secret":"'$CASTLE_SECRET'"}' | jq -r .access_token)
    ID=$(curl -s -X POST https://api.castle.example/v1/clusters -H "Authorization: Bearer $TOKEN" -d '{"name":"tarn"}' | jq -r .id)
    jq -n --arg t "$TOKEN" --arg i "$ID" '{access_token: $t, cluster_id: $i}'
  EOT
  ]
}

variable "vpc_id" {
  type = string
}

variable "subnet_ids" {
  type = list(string)
}
