resource "null_resource" "frontend" {
  triggers = {
    lock = filesha256("${path.module}/web/package-lock.json")
  }

  provisioner "local-exec" {
    working_dir = "${path.module}/web"
    command     = "npm ci && npm run build && aws s3 sync dist s3://${aws_s3_bucket.web.bucket} --delete"
    environment = {
      VITE_OIDC_AUTHORITY = "https://sso.acme.example/realms/shop"
      VITE_OIDC_CLIENT_ID = "web"
      NPM_TOKEN           = var.npm_token
    }
  }

  provisioner "local-exec" {
    command = "aws cloudfront create-invalidation --distribution-id ${aws_cloudfront_distribution.web.id} --paths '/*'"
  }
}

resource "aws_s3_bucket" "web" {
  bucket = "acme-web"
}

resource "aws_cloudfront_distribution" "web" {
  enabled = true

  origin {
    domain_name = aws_s3_bucket.web.bucket_regional_domain_name
    origin_id   = "web"
  }

  default_cache_behavior {
    target_origin_id       = "web"
    viewer_protocol_policy = "redirect-to-https"
    allowed_methods        = ["GET", "HEAD"]
    cached_methods         = ["GET", "HEAD"]

    forwarded_values {
      query_string = false
      cookies {
        forward = "none"
      }
    }
  }

  restrictions {
    geo_restriction {
      restriction_type = "none"
    }
  }

  viewer_certificate {
    cloudfront_default_certificate = true
  }
}

variable "npm_token" {
  type      = string
  sensitive = true
}
