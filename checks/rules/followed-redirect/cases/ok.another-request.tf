resource "null_resource" "token" {
  provisioner "local-exec" {
    command = <<-EOT
      curl -fsSL https://get.acme.example/install.sh -o install.sh
    EOT
  }
}
