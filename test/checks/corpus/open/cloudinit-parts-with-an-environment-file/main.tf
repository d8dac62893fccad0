variable "client_secret" {
  type      = string
  sensitive = true
}

data "cloudinit_config" "sync" {
  gzip          = true
  base64_encode = true

  part {
    content_type = "text/cloud-config"
    content = yamlencode({
      packages = ["curl", "jq"]
      write_files = [
        { path = "/etc/sync.env", permissions = "0600", content = "CLIENT_SECRET=${var.client_secret}\n" },
        { path = "/opt/sync.sh", permissions = "0700", content = file("${path.module}/sync.sh") },
      ]
    })
  }

  part {
    content_type = "text/x-shellscript"
    content      = "#!/bin/sh\n/opt/sync.sh\n"
  }
}

resource "openstack_compute_instance_v2" "sync" {
  name        = "sync"
  image_name  = "debian-12"
  flavor_name = "m1.small"
  user_data   = data.cloudinit_config.sync.rendered
}
