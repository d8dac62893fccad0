resource "aws_instance" "worker" {
  count                = 2
  ami                  = var.ami
  instance_type        = "c7g.large"
  iam_instance_profile = var.instance_profile
  user_data            = templatefile("${path.module}/worker.sh", { secret_id = var.secret_id, region = var.region })
}

variable "ami" {
  type = string
}

variable "instance_profile" {
  type = string
}

variable "secret_id" {
  type        = string
  description = "Name of the secret in Secrets Manager"
}

variable "region" {
  type = string
}
