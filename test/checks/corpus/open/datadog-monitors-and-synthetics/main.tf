provider "datadog" {
  api_key = var.datadog_api_key
  app_key = var.datadog_app_key
  api_url = "https://api.datadoghq.eu/"
}

resource "datadog_monitor" "token_latency" {
  name    = "Token endpoint is slow"
  type    = "query alert"
  message = <<-EOT
    The 95th percentile of POST /oauth2/token is above 800 ms.
    Runbook: https://wiki.sandbar.example/runbooks/oauth-token
    @pagerduty-identity
  EOT
  query   = "percentile(last_10m):p95:trace.http.request{service:sso,resource_name:post_/oauth2/token} > 0.8"

  monitor_thresholds {
    critical = 0.8
    warning  = 0.5
  }

  notify_no_data    = false
  renotify_interval = 60
  tags              = ["team:identity"]
}

resource "datadog_synthetics_test" "login_page" {
  name      = "login page"
  type      = "api"
  subtype   = "http"
  status    = "live"
  locations = ["aws:eu-central-1", "aws:eu-west-1"]

  request_definition {
    method = "GET"
    url    = "https://sso.sandbar.example/login"
  }

  assertion {
    type     = "statusCode"
    operator = "is"
    target   = "200"
  }

  options_list {
    tick_every = 300
    retry {
      count    = 2
      interval = 1000
    }
  }
}

resource "datadog_logs_custom_pipeline" "sso" {
  name       = "sso"
  is_enabled = true
  filter {
    query = "service:sso"
  }

  processor {
    grok_parser {
      name       = "access log"
      is_enabled = true
      source     = "message"
      samples    = ["10.0.0.1 POST /oauth2/token grant_type=client_credentials client_id=abc 200"]
      grok {
        support_rules = ""
        match_rules   = "access %%{ip:network.client.ip} %%{word:http.method} %%{notSpace:http.url} grant_type=%%{word:oauth.grant} client_id=%%{notSpace:oauth.client} %%{integer:http.status_code}"
      }
    }
  }
}

resource "datadog_sensitive_data_scanner_group" "secrets" {
  name         = "secrets"
  is_enabled   = true
  product_list = ["logs"]
  filter {
    query = "*"
  }
}

resource "datadog_sensitive_data_scanner_rule" "bearer" {
  name     = "bearer tokens"
  group_id = datadog_sensitive_data_scanner_group.secrets.id
  pattern  = "(?i)bearer\\s+[a-z0-9._-]{20,}"
  text_replacement {
    type               = "replacement_string"
    replacement_string = "[token]"
  }
}
