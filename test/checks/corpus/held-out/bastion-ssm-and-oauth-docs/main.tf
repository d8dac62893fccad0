resource "aws_ssm_document" "rotate" {
  name            = "rotate-client"
  document_type   = "Automation"
  document_format = "YAML"
  content         = <<-YAML
    schemaVersion: "0.3"
    description: Rotates the secret of an OAuth client
    parameters:
      ClientId:
        type: String
    mainSteps:
      - name: rotate
        action: aws:invokeLambdaFunction
        inputs:
          FunctionName: ${var.rotation_function}
          Payload: '{"client_id": "{{ ClientId }}", "grant_type": "client_credentials"}'
  YAML
}

resource "aws_ssm_parameter" "runbook" {
  name = "/docs/oauth"
  type = "String"
  value = jsonencode({
    token_endpoint = "https://sso.sundew.example/oauth2/token"
    auth_method    = "client_secret_basic"
    grant_types    = ["client_credentials", "refresh_token"]
    content_type   = "application/x-www-form-urlencoded"
  })
}

resource "aws_instance" "bastion" {
  ami                    = var.ami
  instance_type          = "t4g.nano"
  subnet_id              = var.subnet_id
  iam_instance_profile   = aws_iam_instance_profile.ssm.name
  vpc_security_group_ids = [aws_security_group.bastion.id]

  user_data = <<-EOT
    #!/bin/bash
    yum install -y jq nmap-ncat postgresql15
    echo 'Authorized use only' > /etc/motd
  EOT

  metadata_options {
    http_tokens = "required"
  }
}

resource "aws_security_group" "bastion" {
  name_prefix = "bastion-"
  egress {
    from_port   = 443
    to_port     = 443
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_iam_instance_profile" "ssm" {
  name = "bastion"
  role = aws_iam_role.ssm.name
}

resource "aws_iam_role" "ssm" {
  name                = "bastion"
  managed_policy_arns = ["arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore"]
  assume_role_policy  = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "ec2.amazonaws.com" } }] })
}

variable "rotation_function" {
  type = string
}

variable "ami" {
  type = string
}

variable "subnet_id" {
  type = string
}
