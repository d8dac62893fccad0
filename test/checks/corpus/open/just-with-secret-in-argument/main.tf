resource "null_resource" "t" {
  provisioner "local-exec" { command = "just token abc" }
}
