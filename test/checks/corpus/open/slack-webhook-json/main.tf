variable "slack_webhook_url" {
  type      = string
  sensitive = true
}

resource "aws_ecs_service" "api" {
  name            = "api"
  cluster         = aws_ecs_cluster.main.id
  task_definition = aws_ecs_task_definition.api.arn
  desired_count   = 3
}

resource "aws_ecs_cluster" "main" {
  name = "main"
}

resource "aws_ecs_task_definition" "api" {
  family                = "api"
  container_definitions = jsonencode([{ name = "api", image = "registry.acme.example/api:1.14.2", memory = 512 }])
}

resource "null_resource" "notify" {
  triggers = {
    revision = aws_ecs_task_definition.api.revision
  }

  provisioner "local-exec" {
    command = <<-EOT
      curl -s -X POST -H 'Content-type: application/json' \
        --data '{"text":"api deployed, revision ${aws_ecs_task_definition.api.revision}"}' \
        "$SLACK_WEBHOOK_URL"
    EOT
    environment = {
      SLACK_WEBHOOK_URL = var.slack_webhook_url
    }
  }
}
