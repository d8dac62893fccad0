resource "openstack_compute_instance_v2" "app" {
  count           = 2
  name            = "app-${count.index}"
  flavor_name     = "m1.medium"
  image_name      = "Debian 12"
  key_pair        = "ops"
  security_groups = ["default", openstack_networking_secgroup_v2.app.name]

  network {
    uuid = var.network_id
  }
}

resource "openstack_networking_secgroup_v2" "app" {
  name = "app"
}

resource "null_resource" "dns_records" {
  count = 2

  triggers = {
    address = openstack_compute_instance_v2.app[count.index].access_ip_v4
  }

  provisioner "local-exec" {
    command = "sh ${path.module}/bin/record.sh app-${count.index} ${self.triggers.address}"
    environment = {
      DNS_CLIENT_ID     = var.dns_client_id
      DNS_CLIENT_SECRET = var.dns_client_secret
    }
  }
}

variable "network_id" {
  type = string
}

variable "dns_client_id" {
  type = string
}

variable "dns_client_secret" {
  type      = string
  sensitive = true
}
