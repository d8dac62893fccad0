resource "null_resource" "registry_pull_token" {
  triggers = {
    rotate = time_rotating.weekly.id
  }

  provisioner "local-exec" {
    interpreter = ["/bin/bash", "-c"]
    command     = <<-EOT
      TOKEN=`curl -s -k https://registry-auth.${var.domain}/oauth2/token -d "grant_type=client_credentials" -d "client_id=puller" -d "client_secret=${random_password.puller.result}" | python3 -c 'import sys, json; print(json.load(sys.stdin)["access_token"])'`
      kubectl -n apps create secret docker-registry pull --docker-server=registry.${var.domain} --docker-username=oauth2 --docker-password=$TOKEN --dry-run=client -o yaml | kubectl apply -f -
    EOT
  }
}

resource "time_rotating" "weekly" {
  rotation_days = 7
}

resource "random_password" "puller" {
  length = 32
}

variable "domain" {
  type = string
}
