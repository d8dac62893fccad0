resource "random_password" "join_token" {
  length  = 48
  special = false
}

resource "hcloud_server" "server" {
  count       = 3
  name        = "server-${count.index}"
  server_type = "cpx31"
  image       = "ubuntu-24.04"
  location    = "nbg1"

  user_data = templatefile("${path.module}/templates/rke2.yaml", {
    role       = count.index == 0 ? "first" : "server"
    token      = random_password.join_token.result
    server_url = "https://10.0.0.10:9345"
  })

  network {
    network_id = hcloud_network.main.id
    ip         = "10.0.0.${10 + count.index}"
  }
}

resource "hcloud_network" "main" {
  name     = "main"
  ip_range = "10.0.0.0/16"
}

resource "hcloud_load_balancer" "api" {
  name               = "api"
  load_balancer_type = "lb11"
  location           = "nbg1"
}

resource "hcloud_load_balancer_service" "api" {
  load_balancer_id = hcloud_load_balancer.api.id
  protocol         = "tcp"
  listen_port      = 6443
  destination_port = 6443
}

data "external" "kubeconfig" {
  depends_on = [hcloud_server.server]
  program    = ["bash", "${path.module}/kubeconfig.sh", hcloud_server.server[0].ipv4_address]
}

output "kubeconfig" {
  value     = data.external.kubeconfig.result.kubeconfig
  sensitive = true
}
