provider "bigip" {
  address  = "https://lb.basaltic.example"
  username = "admin"
  password = var.bigip_password
}

resource "bigip_ltm_pool" "sso" {
  name                = "/Common/sso"
  load_balancing_mode = "least-connections-member"
  monitors            = ["/Common/https"]
}

resource "bigip_ltm_monitor" "token" {
  name        = "/Common/token"
  parent      = "/Common/https"
  send        = "POST /oauth2/token HTTP/1.1\\r\\nHost: sso.basaltic.example\\r\\nContent-Type: application/x-www-form-urlencoded\\r\\nContent-Length: 0\\r\\n\\r\\n"
  receive     = "invalid_request"
  interval    = 10
  timeout     = 31
  destination = "*:443"
}

resource "bigip_ltm_irule" "json_guard" {
  name  = "/Common/json_guard"
  irule = <<-TCL
    when HTTP_REQUEST {
      if { [HTTP::path] starts_with "/oauth2/token" and [HTTP::header "Content-Type"] starts_with "application/json" } {
        HTTP::respond 415 content "the token endpoint reads a form"
      }
    }
  TCL
}

resource "panos_security_policy" "egress" {
  rule {
    name                  = "token endpoints"
    source_zones          = ["trust"]
    source_addresses      = ["any"]
    source_users          = ["any"]
    destination_zones     = ["untrust"]
    destination_addresses = ["login.microsoftonline.com"]
    applications          = ["ssl", "web-browsing"]
    services              = ["application-default"]
    categories            = ["any"]
    action                = "allow"
  }
}

resource "null_resource" "as3" {
  triggers = {
    declaration = filesha256("${path.module}/as3.json")
  }

  provisioner "local-exec" {
    command = "curl -sk -u admin:$BIGIP_PASSWORD -H 'Content-Type: application/json' -d @${path.module}/as3.json https://lb.basaltic.example/mgmt/shared/appsvcs/declare"
    environment = {
      BIGIP_PASSWORD = var.bigip_password
    }
  }
}

variable "bigip_password" {
  type      = string
  sensitive = true
}
