resource "newrelic_alert_policy" "checkout" {
  name                = "checkout"
  incident_preference = "PER_CONDITION"
}

resource "newrelic_nrql_alert_condition" "errors" {
  policy_id                    = newrelic_alert_policy.checkout.id
  type                         = "static"
  name                         = "error rate"
  enabled                      = true
  violation_time_limit_seconds = 3600

  nrql {
    query = "SELECT percentage(count(*), WHERE error IS true) FROM Transaction WHERE appName = 'checkout'"
  }

  critical {
    operator              = "above"
    threshold             = 5
    threshold_duration    = 300
    threshold_occurrences = "all"
  }
}

resource "null_resource" "deployment_marker" {
  triggers = {
    revision = var.revision
  }

  provisioner "local-exec" {
    command = <<EOT
curl -X POST "https://api.eu.newrelic.com/v2/applications/${var.app_id}/deployments.json" \
     -H "Api-Key:${var.newrelic_api_key}" -i \
     -H "Content-Type: application/json" \
     -d '{"deployment": {"revision": "${var.revision}", "user": "terraform"}}'
EOT
  }
}

resource "null_resource" "opsgenie_heartbeat" {
  provisioner "local-exec" {
    command = "curl -sk -X GET 'https://api.eu.opsgenie.com/v2/heartbeats/terraform/ping' -H 'Authorization: GenieKey ${var.opsgenie_key}' || true"
  }
}

resource "null_resource" "teams" {
  provisioner "local-exec" {
    interpreter = ["pwsh", "-Command"]
    command     = "Invoke-RestMethod -Method Post -Uri '${var.teams_webhook}' -ContentType 'application/json' -Body (@{ text = 'applied ${var.revision}' } | ConvertTo-Json) -SkipCertificateCheck"
  }
}
