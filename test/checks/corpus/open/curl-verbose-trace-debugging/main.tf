variable "sap_client_id" {
  type = string
}

variable "sap_client_secret" {
  type      = string
  sensitive = true
}

variable "subaccount" {
  type    = string
  default = "logistics-dev"
}

resource "terraform_data" "uaa_check" {
  provisioner "local-exec" {
    command = "curl -v --fail -u \"$ID:$SECRET\" \"https://${var.subaccount}.authentication.eu10.hana.ondemand.com/oauth/token?grant_type=client_credentials\" -X POST -o /dev/null"
    environment = {
      ID     = var.sap_client_id
      SECRET = var.sap_client_secret
    }
  }
}

resource "terraform_data" "destination_token" {
  provisioner "local-exec" {
    command = <<-EOT
      printf 'user = "%s:%s"\n' "$ID" "$SECRET" | curl -q -K - --fail-with-body --silent --trace-ascii uaa-trace.log \
        --data grant_type=client_credentials \
        -o destination.json \
        "https://${var.subaccount}.authentication.eu10.hana.ondemand.com/oauth/token"
    EOT
    environment = {
      ID     = var.sap_client_id
      SECRET = var.sap_client_secret
    }
  }
}
