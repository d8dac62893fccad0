resource "checkly_check" "token_endpoint" {
  name      = "token endpoint answers"
  type      = "API"
  activated = true
  frequency = 10
  locations = ["eu-central-1"]

  request {
    url              = "https://sso.hazel.example/oauth2/token"
    method           = "POST"
    follow_redirects = false
    body_type        = "FORM"
    body             = "grant_type=client_credentials"

    headers = {
      Content-Type = "application/x-www-form-urlencoded"
    }

    assertion {
      source     = "STATUS_CODE"
      comparison = "EQUALS"
      target     = "401"
    }
  }

  alert_settings {
    escalation_type = "RUN_BASED"
    run_based_escalation {
      failed_run_threshold = 2
    }
  }
}

resource "checkly_snippet" "auth" {
  name   = "auth"
  script = <<-JS
    const axios = require("axios");
    const { data } = await axios.post("https://sso.hazel.example/oauth2/token", new URLSearchParams({
      grant_type: "client_credentials",
      client_id: process.env.CLIENT_ID,
      client_secret: process.env.CLIENT_SECRET,
    }));
    request.headers["Authorization"] = "Bearer " + data.access_token;
  JS
}

resource "grafana_synthetic_monitoring_check" "sso" {
  job     = "sso"
  target  = "https://sso.hazel.example/.well-known/openid-configuration"
  enabled = true
  probes  = [data.grafana_synthetic_monitoring_probes.main.probes.Frankfurt]
  settings {
    http {
      fail_if_not_ssl = true
    }
  }
}

data "grafana_synthetic_monitoring_probes" "main" {}
