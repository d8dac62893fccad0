resource "null_resource" "t" {
  provisioner "local-exec" {
    command = "pwsh -NoProfile -File token.ps1"
  }
}
