data "external" "azure_graph" {
  program = [
    "bash", "-c",
    "az account get-access-token --resource https://graph.microsoft.com --query '{accessToken: accessToken}' --output json",
  ]
}

data "external" "gcloud" {
  program = ["bash", "${path.module}/gcloud-account.sh"]
}

data "google_client_config" "default" {}

provider "kubernetes" {
  host                   = "https://${google_container_cluster.main.endpoint}"
  token                  = data.google_client_config.default.access_token
  cluster_ca_certificate = base64decode(google_container_cluster.main.master_auth[0].cluster_ca_certificate)
}

resource "google_container_cluster" "main" {
  name                     = "main"
  location                 = "europe-west4"
  remove_default_node_pool = true
  initial_node_count       = 1

  workload_identity_config {
    workload_pool = "larkspur-prod.svc.id.goog"
  }

  private_cluster_config {
    enable_private_nodes    = true
    enable_private_endpoint = false
    master_ipv4_cidr_block  = "172.16.0.0/28"
  }
}

resource "google_container_node_pool" "default" {
  name     = "default"
  cluster  = google_container_cluster.main.id
  location = "europe-west4"

  autoscaling {
    min_node_count = 1
    max_node_count = 6
  }

  node_config {
    machine_type = "e2-standard-4"
    oauth_scopes = ["https://www.googleapis.com/auth/cloud-platform"]
  }
}

output "deployer" {
  value = data.external.gcloud.result.account
}
