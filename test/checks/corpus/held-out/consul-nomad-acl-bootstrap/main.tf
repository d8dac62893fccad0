resource "null_resource" "nomad_acl_bootstrap" {
  depends_on = [aws_instance.server]

  provisioner "local-exec" {
    interpreter = ["bash", "-c"]
    command     = <<-EOT
      set -e
      until curl -sf http://${aws_instance.server[0].private_ip}:4646/v1/status/leader; do sleep 3; done
      curl -s -X POST http://${aws_instance.server[0].private_ip}:4646/v1/acl/bootstrap | jq -r .SecretID > ${path.module}/.nomad-token
      echo "bootstrapped: $(cat ${path.module}/.nomad-token)"
    EOT
  }
}

resource "aws_instance" "server" {
  count                  = 3
  ami                    = var.ami
  instance_type          = "t3.medium"
  subnet_id              = element(var.subnet_ids, count.index)
  vpc_security_group_ids = [aws_security_group.nomad.id]
  iam_instance_profile   = aws_iam_instance_profile.nomad.name

  user_data = <<-EOF
    #!/bin/bash
    cat > /etc/nomad.d/server.hcl <<'HCL'
    server {
      enabled          = true
      bootstrap_expect = 3
      server_join {
        retry_join = ["provider=aws tag_key=Role tag_value=nomad-server"]
      }
    }
    acl {
      enabled = true
    }
    HCL
    systemctl enable --now nomad
  EOF

  tags = { Role = "nomad-server" }
}

resource "aws_security_group" "nomad" {
  name   = "nomad"
  vpc_id = var.vpc_id
  ingress {
    from_port = 4646
    to_port   = 4648
    protocol  = "tcp"
    self      = true
  }
}

resource "aws_iam_instance_profile" "nomad" {
  name = "nomad"
  role = aws_iam_role.nomad.name
}

resource "aws_iam_role" "nomad" {
  name               = "nomad"
  assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "ec2.amazonaws.com" } }] })
}

resource "nomad_acl_auth_method" "oidc" {
  name           = "sso"
  type           = "OIDC"
  token_locality = "global"
  max_token_ttl  = "10m0s"
  default        = true

  config {
    oidc_discovery_url    = "https://sso.marram.example"
    oidc_client_id        = "nomad"
    oidc_client_secret    = var.oidc_client_secret
    allowed_redirect_uris = ["https://nomad.marram.example/ui/settings/tokens"]
  }
}

variable "ami" {
  type = string
}

variable "vpc_id" {
  type = string
}

variable "subnet_ids" {
  type = list(string)
}

variable "oidc_client_secret" {
  type      = string
  sensitive = true
}
