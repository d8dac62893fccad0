resource "null_resource" "announce" {
  triggers = {
    version = var.release
  }

  provisioner "local-exec" {
    command = <<-EOT
      curl -s -X POST -H 'Content-type: application/json' \
        --data '{"text": "Release ${var.release} is on its way to ${terraform.workspace}"}' \
        "${var.slack_webhook_url}"
    EOT
  }
}

resource "null_resource" "pagerduty_change" {
  triggers = {
    version = var.release
  }

  provisioner "local-exec" {
    interpreter = ["bash", "-c"]
    command     = <<-EOT
      curl -sS -X POST https://events.pagerduty.com/v2/change/enqueue \
        -H 'Content-Type: application/json' \
        -d @- <<JSON
      {
        "routing_key": "${var.pagerduty_routing_key}",
        "payload": {
          "summary": "Terraform applied ${var.release}",
          "source": "terraform",
          "timestamp": "$(date -u +%Y-%m-%dT%H:%M:%SZ)"
        }
      }
      JSON
    EOT
  }
}

resource "null_resource" "datadog_downtime" {
  provisioner "local-exec" {
    command = "${path.module}/downtime.sh ${terraform.workspace}"
    environment = {
      DD_API_KEY = var.datadog_api_key
      DD_APP_KEY = var.datadog_app_key
    }
  }
}
