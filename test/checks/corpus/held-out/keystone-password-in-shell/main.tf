variable "os_password" {
  type      = string
  sensitive = true
}

resource "null_resource" "keystone" {
  provisioner "local-exec" {
    command = <<-EOT
      curl -s -i -o answer.txt -H 'Content-Type: application/json' https://cloud.example:5000/v3/auth/tokens -d '{"auth":{"identity":{"methods":["password"],"password":{"user":{"name":"svc","domain":{"id":"default"},"password":"${var.os_password}"}}}}}'
    EOT
  }
}
