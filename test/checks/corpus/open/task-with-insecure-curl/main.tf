resource "null_resource" "t" {
  provisioner "local-exec" { command = "task token" }
}
