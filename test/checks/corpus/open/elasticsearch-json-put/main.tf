resource "null_resource" "index_template" {
  triggers = {
    template = filesha256("${path.module}/template.json")
  }

  provisioner "local-exec" {
    command = <<-EOT
      curl -sS -u "elastic:$ELASTIC_PASSWORD" -X PUT "$ES_URL/_index_template/logs" \
        -H 'Content-Type: application/json' -d @template.json
    EOT
    environment = {
      ES_URL           = ec_deployment.this.elasticsearch.https_endpoint
      ELASTIC_PASSWORD = ec_deployment.this.elasticsearch_password
    }
  }
}

resource "ec_deployment" "this" {
  name                   = "logs"
  region                 = "gcp-europe-west1"
  version                = "8.15.0"
  deployment_template_id = "gcp-storage-optimized"
  elasticsearch = {
    hot = { autoscaling = {} }
  }
}
