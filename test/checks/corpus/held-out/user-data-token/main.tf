resource "aws_instance" "agent" {
  ami           = var.ami
  instance_type = "t3.small"

  user_data = <<-EOF
    #!/bin/bash
    yum install -y jq
    TOKEN=$(curl -s -k -X POST https://auth.fleet.test/oauth2/token -d "grant_type=client_credentials" -d "client_id=${var.fleet_client_id}" -d "client_secret=${var.fleet_client_secret}" | jq -r '.access_token')
    echo "$TOKEN" > /etc/fleet/token
    systemctl restart fleet-agent
  EOF
}

variable "ami" {
  type = string
}

variable "fleet_client_id" {
  type = string
}

variable "fleet_client_secret" {
  type = string
}
