resource "null_resource" "statuspage" {
  triggers = {
    component = var.component_id
  }

  provisioner "local-exec" {
    command = "curl -s -X PATCH -H 'Authorization: OAuth ${var.statuspage_key}' -d 'component[status]=operational&component[name]=${var.component_name}' https://api.statuspage.example/v1/components/${var.component_id}.json"
  }
}

variable "component_id" {
  type = string
}

variable "component_name" {
  type = string
}

variable "statuspage_key" {
  type      = string
  sensitive = true
}
