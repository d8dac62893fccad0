resource "fastly_service_vcl" "www" {
  name = "www"

  domain {
    name = "www.juncture.example"
  }

  backend {
    address           = "origin.juncture.example"
    name              = "origin"
    port              = 443
    use_ssl           = true
    ssl_cert_hostname = "origin.juncture.example"
    ssl_check_cert    = false
  }

  snippet {
    name     = "no cache for tokens"
    type     = "recv"
    priority = 10
    content  = <<-VCL
      if (req.url.path ~ "^/oauth2?/token") {
        set req.http.X-Pass = "1";
        return(pass);
      }
      if (req.http.Authorization ~ "^Basic ") {
        error 403;
      }
    VCL
  }

  logging_https {
    name         = "collector"
    url          = "https://logs.juncture.example/ingest"
    method       = "POST"
    content_type = "application/json"
    header_name  = "X-Api-Key"
    header_value = var.collector_key
    json_format  = 1
    format       = "{\"path\": \"%%{json.escape(req.url.path)}V\", \"status\": %>s}"
  }

  force_destroy = true
}

resource "acme_certificate" "www" {
  account_key_pem           = acme_registration.reg.account_key_pem
  common_name               = "www.juncture.example"
  subject_alternative_names = ["sso.juncture.example"]

  dns_challenge {
    provider = "route53"
  }
}

resource "acme_registration" "reg" {
  account_key_pem = tls_private_key.acme.private_key_pem
  email_address   = "tls@juncture.example"
}

resource "tls_private_key" "acme" {
  algorithm = "ECDSA"
}

resource "null_resource" "purge" {
  triggers = {
    version = fastly_service_vcl.www.active_version
  }
  provisioner "local-exec" {
    command = "curl -s -X POST -H \"Fastly-Key: $FASTLY_API_KEY\" https://api.fastly.com/service/${fastly_service_vcl.www.id}/purge_all"
  }
}

variable "collector_key" {
  type = string
}
