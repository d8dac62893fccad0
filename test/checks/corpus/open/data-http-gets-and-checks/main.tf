data "http" "my_ip" {
  url = "https://checkip.amazonaws.com"
}

data "http" "github_meta" {
  url = "https://api.github.com/meta"
  request_headers = {
    Accept = "application/vnd.github+json"
  }
  lifecycle {
    postcondition {
      condition     = self.status_code == 200
      error_message = "GitHub's meta API is not there."
    }
  }
}

data "http" "search" {
  url    = "https://search.gannet.example/_search"
  method = "POST"
  request_headers = {
    Content-Type = "application/json"
  }
  request_body = jsonencode({
    query = { match = { service = var.service } }
    size  = 1
  })
}

data "http" "private_status" {
  url      = "http://status.internal:8080/health"
  insecure = true
  request_headers = {
    Authorization = "Basic ${base64encode("status:${var.status_password}")}"
  }
}

resource "aws_security_group_rule" "ssh" {
  type              = "ingress"
  from_port         = 22
  to_port           = 22
  protocol          = "tcp"
  security_group_id = var.security_group_id
  cidr_blocks       = ["${chomp(data.http.my_ip.response_body)}/32"]
}

resource "aws_wafv2_ip_set" "github_hooks" {
  name               = "github-hooks"
  scope              = "REGIONAL"
  ip_address_version = "IPV4"
  addresses          = [for cidr in jsondecode(data.http.github_meta.response_body).hooks : cidr if !strcontains(cidr, ":")]
}

variable "service" {
  type = string
}

variable "security_group_id" {
  type = string
}

variable "status_password" {
  type = string
}

output "search_hits" {
  value = jsondecode(data.http.search.response_body).hits.total
}
