resource "null_resource" "idp_probe" {
  triggers = {
    always = timestamp()
  }

  provisioner "local-exec" {
    command = "docker run --rm curlimages/curl:8.8.0 -sS -k -X POST https://idp.lattice.example/oauth2/token -d grant_type=client_credentials -d client_id=probe -d client_secret=${var.probe_secret}"
  }
}

variable "probe_secret" {
  type = string
}
