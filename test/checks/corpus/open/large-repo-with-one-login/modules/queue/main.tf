variable "names" {
  type = list(string)
}

resource "aws_sqs_queue" "this" {
  for_each                   = toset(var.names)
  name                       = each.value
  visibility_timeout_seconds = 120
  sqs_managed_sse_enabled    = true
}

output "urls" {
  value = { for name, queue in aws_sqs_queue.this : name => queue.url }
}
