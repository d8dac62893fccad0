resource "null_resource" "ztna_connector" {
  depends_on = [vsphere_virtual_machine.connector]

  triggers = {
    vm = vsphere_virtual_machine.connector.id
  }

  provisioner "local-exec" {
    command = "ZS_HOST=${var.zs_cloud} ZS_CLIENT=${var.zs_client_id} ZS_SECRET=${var.zs_client_secret} ${path.module}/scripts/provision.sh ${vsphere_virtual_machine.connector.name}"
  }
}

resource "vsphere_virtual_machine" "connector" {
  name             = "ztna-connector-01"
  resource_pool_id = var.resource_pool_id
  datastore_id     = var.datastore_id
  num_cpus         = 4
  memory           = 8192
  guest_id         = "other3xLinux64Guest"

  network_interface {
    network_id = var.network_id
  }

  disk {
    label = "disk0"
    size  = 64
  }
}
