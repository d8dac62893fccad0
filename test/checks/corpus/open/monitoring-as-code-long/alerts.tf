locals {
  services = ["orders", "billing", "sso", "search"]
  slo = {
    orders  = 99.9
    billing = 99.5
    sso     = 99.95
    search  = 99.0
  }
}

resource "grafana_folder" "services" {
  for_each = toset(local.services)
  title    = each.key
}

resource "grafana_rule_group" "availability" {
  for_each         = local.slo
  name             = "availability"
  folder_uid       = grafana_folder.services[each.key].uid
  interval_seconds = 60

  rule {
    name      = "${each.key} is below its objective"
    condition = "C"
    for       = "5m"

    data {
      ref_id         = "A"
      datasource_uid = "prometheus"
      relative_time_range {
        from = 600
        to   = 0
      }
      model = jsonencode({
        expr  = "100 * sum(rate(http_requests_total{service=\"${each.key}\", code!~\"5..\"}[5m])) / sum(rate(http_requests_total{service=\"${each.key}\"}[5m]))"
        refId = "A"
      })
    }

    data {
      ref_id         = "C"
      datasource_uid = "__expr__"
      relative_time_range {
        from = 0
        to   = 0
      }
      model = jsonencode({
        type       = "threshold"
        expression = "A"
        conditions = [{ evaluator = { type = "lt", params = [each.value] } }]
      })
    }

    annotations = {
      summary = "{{ $labels.service }} answers with errors"
      runbook = "https://wiki.gannetcove.example/${each.key}"
    }
    labels = {
      team = each.key == "sso" ? "identity" : "shop"
    }
  }
}

resource "grafana_contact_point" "oncall" {
  name = "oncall"

  webhook {
    url                       = "https://oncall.gannetcove.example/hooks/grafana"
    http_method               = "POST"
    authorization_scheme      = "Bearer"
    authorization_credentials = var.oncall_token
  }

  slack {
    url = var.slack_webhook
  }
}

resource "grafana_sso_settings" "generic_oauth" {
  provider_name = "generic_oauth"
  oauth2_settings {
    name                  = "SSO"
    auth_url              = "https://sso.gannetcove.example/oauth2/authorize"
    token_url             = "https://sso.gannetcove.example/oauth2/token"
    api_url               = "https://sso.gannetcove.example/userinfo"
    client_id             = "grafana"
    client_secret         = var.grafana_client_secret
    scopes                = "openid profile email groups"
    tls_skip_verify_insecure = true
    use_pkce              = true
  }
}
