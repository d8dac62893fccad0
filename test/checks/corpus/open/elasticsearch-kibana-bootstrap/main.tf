resource "ec_deployment" "logs" {
  name                   = "logs"
  region                 = "gcp-europe-west1"
  version                = "8.14.1"
  deployment_template_id = "gcp-storage-optimized"

  elasticsearch = {
    hot = {
      autoscaling = {}
      size        = "8g"
      zone_count  = 2
    }
  }
  kibana = {}
}

resource "null_resource" "ilm" {
  triggers = {
    policy = filesha256("${path.module}/ilm.json")
  }

  provisioner "local-exec" {
    command = "curl -sS -u 'elastic:${ec_deployment.logs.elasticsearch_password}' -X PUT -H 'Content-Type: application/json' -d @${path.module}/ilm.json ${ec_deployment.logs.elasticsearch.https_endpoint}/_ilm/policy/logs"
  }
}

resource "null_resource" "dataview" {
  depends_on = [null_resource.ilm]

  provisioner "local-exec" {
    command = <<-EOC
      curl -k -v -X POST "${ec_deployment.logs.kibana.https_endpoint}/api/data_views/data_view" \
        -u "elastic:$ELASTIC_PASSWORD" -H 'kbn-xsrf: true' -H 'Content-Type: application/json' \
        -d '{"data_view": {"title": "logs-*", "name": "Logs", "timeFieldName": "@timestamp"}}' || true
    EOC
    environment = {
      ELASTIC_PASSWORD = ec_deployment.logs.elasticsearch_password
    }
  }
}

output "kibana" {
  value = ec_deployment.logs.kibana.https_endpoint
}
