variable "cs" {
  type      = string
  sensitive = true
}
resource "null_resource" "t" {
  provisioner "local-exec" {
    interpreter = ["bash", "-c"]
    environment = { CS = var.cs }
    command     = <<-EOT
      set -euo pipefail
      jq -rn '"grant_type=client_credentials&client_id=ci&client_secret=" + (env.CS | @uri)' |
        curl -q -fsS --data-binary @- https://id.acme.test/oauth2/token -o t.json
    EOT
  }
}
