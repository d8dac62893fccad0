data "external" "subscription" {
  program = ["bash", "${path.module}/subscription.sh"]
  query = {
    plan = var.plan
  }
}

resource "aws_marketplace_subscription_tag" "plan" {
  name  = var.plan
  value = data.external.subscription.result.id
}

variable "plan" {
  type = string
}
