module "records" {
  source  = "terraform-aws-modules/route53/aws//modules/records"
  version = "~> 3.1"

  zone_name = "rowan.example"
  records = [
    {
      name    = "sso"
      type    = "A"
      ttl     = 300
      records = ["203.0.113.20"]
    },
    {
      name    = "_token"
      type    = "TXT"
      ttl     = 300
      records = ["grant_type=client_credentials"]
    },
  ]
}

module "bucket" {
  source  = "terraform-aws-modules/s3-bucket/aws"
  version = "~> 4.1"

  bucket                  = "rowan-logs"
  attach_elb_log_delivery = true
  versioning = {
    enabled = true
  }
}

check "sso_is_up" {
  data "http" "sso" {
    url = "https://sso.rowan.example/.well-known/openid-configuration"
  }

  assert {
    condition     = data.http.sso.status_code == 200
    error_message = "${data.http.sso.url} returned an unhealthy status code"
  }
}
