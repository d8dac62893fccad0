resource "digitalocean_droplet" "sso" {
  name      = "sso"
  image     = "docker-20-04"
  region    = "ams3"
  size      = "s-2vcpu-4gb"
  ssh_keys  = [for key in data.digitalocean_ssh_keys.all.ssh_keys : key.id]
  user_data = data.cloudinit_config.sso.rendered
}

data "digitalocean_ssh_keys" "all" {}

data "cloudinit_config" "sso" {
  gzip          = false
  base64_encode = false

  part {
    content_type = "text/cloud-config"
    content = yamlencode({
      packages = ["jq", "fail2ban"]
      write_files = [
        {
          path    = "/opt/sso/docker-compose.yml"
          content = file("${path.module}/docker-compose.yml")
        },
        {
          path        = "/opt/sso/.env"
          permissions = "0600"
          content     = "KEYCLOAK_ADMIN_PASSWORD=${random_password.admin.result}\nKC_DB_PASSWORD=${random_password.db.result}\n"
        },
      ]
      runcmd = [
        "docker compose -f /opt/sso/docker-compose.yml up -d",
        "until curl -sf http://localhost:8080/health/ready; do sleep 5; done",
      ]
    })
  }
}

resource "random_password" "admin" {
  length = 24
}

resource "random_password" "db" {
  length  = 24
  special = false
}

resource "digitalocean_record" "sso" {
  domain = "thicket.example"
  type   = "A"
  name   = "sso"
  value  = digitalocean_droplet.sso.ipv4_address
}

output "url" {
  value = "https://sso.thicket.example/realms/master/protocol/openid-connect/token"
}
