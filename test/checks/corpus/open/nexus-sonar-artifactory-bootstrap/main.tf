locals {
  nexus = "http://nexus.tools.svc.cluster.local:8081"
  repositories = {
    npm-internal = { format = "npm", blob = "default" }
    pypi-mirror  = { format = "pypi", blob = "mirrors" }
  }
}

resource "null_resource" "nexus_repository" {
  for_each = local.repositories

  triggers = {
    definition = jsonencode(each.value)
  }

  provisioner "local-exec" {
    command = <<-EOT
      curl -sS -k -u "admin:${var.nexus_admin_password}" -X POST '${local.nexus}/service/rest/v1/repositories/${each.value.format}/hosted' \
        -H 'Content-Type: application/json' \
        -d '${jsonencode({
    name    = each.key
    online  = true
    storage = { blobStoreName = each.value.blob, strictContentTypeValidation = true, writePolicy = "ALLOW_ONCE" }
})}'
    EOT
}
}

resource "null_resource" "sonar_gate" {
  provisioner "local-exec" {
    command = "curl -s -L -u \"$SONAR_TOKEN:\" -X POST 'https://sonar.tools.example/api/qualitygates/create?name=default' | tee sonar.log"
    environment = {
      SONAR_TOKEN = var.sonar_token
    }
  }
}

resource "artifactory_scoped_token" "ci" {
  username   = "ci"
  scopes     = ["applied-permissions/groups:readers"]
  expires_in = 7776000
}

variable "nexus_admin_password" {
  type = string
}

variable "sonar_token" {
  type = string
}
