variable "collector_secret" {
  type      = string
  sensitive = true
  ephemeral = false
}

resource "hcloud_server" "collector" {
  name        = "collector"
  image       = "debian-12"
  server_type = "cx22"
  user_data   = templatefile("${path.module}/collector.sh.tftpl", { secret = var.collector_secret })
}
