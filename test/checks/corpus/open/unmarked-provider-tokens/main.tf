provider "hcloud" {
  token = var.hcloud_token
}

provider "cloudflare" {
  api_token = var.cloudflare_api_token
}

provider "digitalocean" {
  token = var.do_token
}

resource "hcloud_server" "web" {
  name        = "web"
  image       = "debian-12"
  server_type = "cx22"
  user_data   = "#cloud-config\nchpasswd: { list: 'root:${var.root_password}', expire: true }\n"
}

resource "cloudflare_record" "web" {
  zone_id = "0da42c8d2132a9ddaf714f9e7c920711"
  name    = "www"
  type    = "A"
  content = hcloud_server.web.ipv4_address
}

resource "digitalocean_kubernetes_cluster" "k8s" {
  name    = "k8s"
  region  = "fra1"
  version = "1.30.2-do.0"

  node_pool {
    name       = "default"
    size       = "s-2vcpu-4gb"
    node_count = 2
  }
}

output "kubeconfig" {
  value     = digitalocean_kubernetes_cluster.k8s.kube_config[0].raw_config
  sensitive = true
}
