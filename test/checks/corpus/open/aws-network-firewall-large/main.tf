locals {
  azs = ["eu-west-1a", "eu-west-1b", "eu-west-1c"]
  allowed_domains = [
    "login.microsoftonline.com",
    "oauth2.googleapis.com",
    "api.github.com",
    ".okta.com",
    ".auth0.com",
    "sts.amazonaws.com",
  ]
}

resource "aws_vpc" "egress" {
  cidr_block = "10.90.0.0/20"
  tags       = { Name = "egress" }
}

resource "aws_subnet" "firewall" {
  for_each          = { for i, az in local.azs : az => i }
  vpc_id            = aws_vpc.egress.id
  availability_zone = each.key
  cidr_block        = cidrsubnet(aws_vpc.egress.cidr_block, 8, each.value)
}

resource "aws_subnet" "nat" {
  for_each          = { for i, az in local.azs : az => i + 16 }
  vpc_id            = aws_vpc.egress.id
  availability_zone = each.key
  cidr_block        = cidrsubnet(aws_vpc.egress.cidr_block, 8, each.value)
}

resource "aws_networkfirewall_rule_group" "domains" {
  name     = "allowed-domains"
  type     = "STATEFUL"
  capacity = 100

  rule_group {
    rules_source {
      rules_source_list {
        generated_rules_type = "ALLOWLIST"
        target_types         = ["TLS_SNI", "HTTP_HOST"]
        targets              = local.allowed_domains
      }
    }
  }
}

resource "aws_networkfirewall_firewall_policy" "egress" {
  name = "egress"
  firewall_policy {
    stateless_default_actions          = ["aws:forward_to_sfe"]
    stateless_fragment_default_actions = ["aws:drop"]
    stateful_rule_group_reference {
      resource_arn = aws_networkfirewall_rule_group.domains.arn
    }
  }
}

resource "aws_networkfirewall_firewall" "egress" {
  name                = "egress"
  vpc_id              = aws_vpc.egress.id
  firewall_policy_arn = aws_networkfirewall_firewall_policy.egress.arn

  dynamic "subnet_mapping" {
    for_each = aws_subnet.firewall
    content {
      subnet_id = subnet_mapping.value.id
    }
  }
}

resource "aws_wafv2_web_acl" "api" {
  name  = "api"
  scope = "REGIONAL"

  default_action {
    allow {}
  }

  rule {
    name     = "rate-limit-token-endpoint"
    priority = 1

    action {
      block {}
    }

    statement {
      rate_based_statement {
        limit              = 100
        aggregate_key_type = "IP"
        scope_down_statement {
          byte_match_statement {
            search_string         = "/oauth2/token"
            positional_constraint = "STARTS_WITH"
            field_to_match {
              uri_path {}
            }
            text_transformation {
              priority = 0
              type     = "LOWERCASE"
            }
          }
        }
      }
    }

    visibility_config {
      cloudwatch_metrics_enabled = true
      metric_name                = "token-rate"
      sampled_requests_enabled   = false
    }
  }

  visibility_config {
    cloudwatch_metrics_enabled = true
    metric_name                = "api"
    sampled_requests_enabled   = false
  }
}
