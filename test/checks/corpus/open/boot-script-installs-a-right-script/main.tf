resource "hcloud_server" "agent" {
  name        = "agent"
  image       = "debian-12"
  server_type = "cx22"
  user_data   = templatefile("${path.module}/agent.sh.tftpl", { host = "login.agent.example" })
}
