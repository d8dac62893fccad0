resource "null_resource" "seed" {
  provisioner "local-exec" {
    command     = "curl -s -X POST https://idp.lab.example/token -H 'Content-Type: application/json' -d @token-request.json -o token.json"
    working_dir = path.module
  }
}
