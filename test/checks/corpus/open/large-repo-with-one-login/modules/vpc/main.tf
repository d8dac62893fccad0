variable "cidr" {
  type = string
}

data "aws_availability_zones" "available" {
  state = "available"
}

resource "aws_vpc" "this" {
  cidr_block = var.cidr
}

resource "aws_subnet" "private" {
  for_each          = { for i, az in slice(data.aws_availability_zones.available.names, 0, 3) : az => i }
  vpc_id            = aws_vpc.this.id
  availability_zone = each.key
  cidr_block        = cidrsubnet(var.cidr, 4, each.value)
}

output "private_subnets" {
  value = [for subnet in aws_subnet.private : subnet.id]
}
