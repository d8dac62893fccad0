resource "aws_launch_template" "web" {
  name_prefix   = "web-"
  image_id      = var.ami_id
  instance_type = "m6i.large"
  user_data     = base64encode(templatefile("${path.module}/user_data.sh", { cluster = var.cluster, bucket = var.artifact_bucket }))

  metadata_options {
    http_endpoint               = "enabled"
    http_tokens                 = "required"
    http_put_response_hop_limit = 2
  }

  iam_instance_profile {
    name = aws_iam_instance_profile.web.name
  }
}

resource "aws_iam_role" "web" {
  name               = "web-${var.cluster}"
  assume_role_policy = data.aws_iam_policy_document.ec2.json
}

resource "aws_iam_instance_profile" "web" {
  name = aws_iam_role.web.name
  role = aws_iam_role.web.name
}

data "aws_iam_policy_document" "ec2" {
  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "Service"
      identifiers = ["ec2.amazonaws.com"]
    }
  }
}

resource "aws_autoscaling_group" "web" {
  name                = "web-${var.cluster}"
  min_size            = 2
  max_size            = 8
  vpc_zone_identifier = var.subnet_ids

  launch_template {
    id      = aws_launch_template.web.id
    version = aws_launch_template.web.latest_version
  }

  instance_refresh {
    strategy = "Rolling"
  }
}

variable "ami_id" {
  type = string
}

variable "cluster" {
  type = string
}

variable "artifact_bucket" {
  type = string
}

variable "subnet_ids" {
  type = list(string)
}
