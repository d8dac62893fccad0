resource "null_resource" "queues" {
  provisioner "local-exec" {
    command = "bash ${path.module}/scripts/queues.sh"
    environment = {
      GC_CLIENT_ID     = var.gc_client_id
      GC_CLIENT_SECRET = var.gc_client_secret
      GC_REGION        = var.gc_region
    }
  }
}

resource "null_resource" "prompts" {
  provisioner "local-exec" {
    command = "bash ${path.module}/scripts/prompts.sh ${path.module}/audio"
    environment = {
      GC_CLIENT_ID     = var.gc_client_id
      GC_CLIENT_SECRET = var.gc_client_secret
      GC_REGION        = var.gc_region
    }
  }
}
