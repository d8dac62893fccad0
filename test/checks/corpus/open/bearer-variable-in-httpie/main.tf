variable "annotations" {
  type      = string
  sensitive = true
}

resource "null_resource" "annotation" {
  provisioner "local-exec" {
    command = "https --check-status --body POST grafana.shop.example/api/annotations 'Authorization: Bearer ${var.annotations}' text=deployed"
  }
}
