resource "google_container_cluster" "auto" {
  provider         = google-beta
  name             = "auto"
  location         = var.region
  enable_autopilot = true
  network          = google_compute_network.vpc.id
  subnetwork       = google_compute_subnetwork.gke.id

  ip_allocation_policy {
    cluster_secondary_range_name  = "pods"
    services_secondary_range_name = "services"
  }

  release_channel {
    channel = "REGULAR"
  }

  gateway_api_config {
    channel = "CHANNEL_STANDARD"
  }
}

resource "google_compute_network" "vpc" {
  name                    = "vpc"
  auto_create_subnetworks = false
}

resource "google_compute_subnetwork" "gke" {
  name          = "gke"
  region        = var.region
  network       = google_compute_network.vpc.id
  ip_cidr_range = "10.4.0.0/20"

  secondary_ip_range {
    range_name    = "pods"
    ip_cidr_range = "10.64.0.0/14"
  }

  secondary_ip_range {
    range_name    = "services"
    ip_cidr_range = "10.68.0.0/20"
  }
}

data "google_client_config" "current" {}

provider "kubernetes" {
  host                   = "https://${google_container_cluster.auto.endpoint}"
  token                  = data.google_client_config.current.access_token
  cluster_ca_certificate = base64decode(google_container_cluster.auto.master_auth[0].cluster_ca_certificate)
}

provider "helm" {
  kubernetes {
    host                   = "https://${google_container_cluster.auto.endpoint}"
    token                  = data.google_client_config.current.access_token
    cluster_ca_certificate = base64decode(google_container_cluster.auto.master_auth[0].cluster_ca_certificate)
  }
}

resource "kubernetes_namespace" "apps" {
  for_each = toset(["orders", "billing", "search"])
  metadata {
    name = each.key
    labels = {
      team = each.key
    }
  }
}

resource "kubernetes_service_account" "workload" {
  for_each = kubernetes_namespace.apps
  metadata {
    name      = "workload"
    namespace = each.value.metadata[0].name
    annotations = {
      "iam.gke.io/gcp-service-account" = google_service_account.workload[each.key].email
    }
  }
}

resource "google_service_account" "workload" {
  for_each   = toset(["orders", "billing", "search"])
  account_id = "wl-${each.key}"
}

resource "google_service_account_iam_member" "workload" {
  for_each           = google_service_account.workload
  service_account_id = each.value.name
  role               = "roles/iam.workloadIdentityUser"
  member             = "serviceAccount:${var.project}.svc.id.goog[${each.key}/workload]"
}

variable "region" {
  type    = string
  default = "europe-west4"
}

variable "project" {
  type = string
}
