data "aws_ami" "al2023" {
  most_recent = true
  owners      = ["amazon"]

  filter {
    name   = "name"
    values = ["al2023-ami-2023*-x86_64"]
  }
}

resource "aws_security_group" "agent" {
  name_prefix = "build-agent-"
  vpc_id      = var.vpc_id

  egress {
    from_port   = 443
    to_port     = 443
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_instance" "agent" {
  ami                    = data.aws_ami.al2023.id
  instance_type          = "t3.large"
  subnet_id              = var.subnet_id
  vpc_security_group_ids = [aws_security_group.agent.id]

  user_data = templatefile("${path.module}/templates/agent.sh.tftpl", {
    pool          = var.pool
    client_id     = var.orchestrator_client_id
    client_secret = var.orchestrator_client_secret
  })

  metadata_options {
    http_tokens = "required"
  }

  tags = {
    Name = "agent-${var.pool}"
  }
}
