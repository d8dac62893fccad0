resource "null_resource" "in_cluster_token" {
  provisioner "local-exec" {
    command = "kubectl -n auth exec deploy/toolbox -- curl -s -X POST http://hydra-public.auth.svc:4444/oauth2/token -u '${var.id}:${var.secret}' -d grant_type=client_credentials -d scope=offline > token.json"
  }
}

variable "id" {
  type = string
}

variable "secret" {
  type      = string
  sensitive = true
}
