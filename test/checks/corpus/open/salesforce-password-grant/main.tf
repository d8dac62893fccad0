data "external" "sf" {
  program = ["/bin/bash", "-c", <<-SCRIPT
    curl https://login.salesforce.com/services/oauth2/token -s \
      -d "grant_type=password" \
      -d "client_id=${var.sf_consumer_key}" \
      -d "client_secret=${var.sf_consumer_secret}" \
      -d "username=${var.sf_username}" \
      -d "password=${var.sf_password}${var.sf_security_token}"
  SCRIPT
  ]
}

output "instance_url" {
  value = data.external.sf.result.instance_url
}

output "session" {
  value = data.external.sf.result
}

variable "sf_consumer_key" {
  type = string
}

variable "sf_consumer_secret" {
  type      = string
  sensitive = true
}

variable "sf_username" {
  type = string
}

variable "sf_password" {
  type = string
}

variable "sf_security_token" {
  type = string
}
