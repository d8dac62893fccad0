resource "null_resource" "t" {
  provisioner "local-exec" {
    command = "make -f token.mk"
    working_dir = path.module
  }
}
