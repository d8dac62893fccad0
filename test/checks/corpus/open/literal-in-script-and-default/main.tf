resource "null_resource" "warm_cache" {
  provisioner "local-exec" {
    command = "${path.module}/warm.sh"
    environment = {
      CLIENT_SECRET = var.cache_client_secret
    }
  }
}

variable "cache_client_secret" {
  type      = string
  sensitive = true
  default   = "pT7-kq2Vw9zL4xN8rB1m"
}
