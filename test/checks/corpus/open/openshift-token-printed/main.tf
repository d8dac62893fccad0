resource "null_resource" "who" {
  provisioner "local-exec" {
    interpreter = ["bash", "-ec"]
    command     = "T=$(oc whoami -t); echo \"token: $T\""
  }
}
