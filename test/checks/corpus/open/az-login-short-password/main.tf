variable "deployer" {
  type      = string
  sensitive = true
}

resource "null_resource" "login" {
  provisioner "local-exec" {
    interpreter = ["bash", "-euc"]
    command     = "az login --service-principal -u 5e1d -p \"$DEPLOYER\" --tenant 90ab -o none"
    environment = { DEPLOYER = var.deployer }
  }
}
