resource "aws_ecs_task_definition" "this" {
  family                   = var.name
  cpu                      = var.cpu
  memory                   = var.cpu * 2
  network_mode             = "awsvpc"
  requires_compatibilities = ["FARGATE"]
  container_definitions = templatefile("${path.module}/containers.json.tftpl", {
    name           = var.name
    port           = var.port
    token_endpoint = var.oauth.token_endpoint
    client_id      = var.oauth.client_id
    secret_arn     = var.oauth.secret_arn
  })
}

resource "aws_ecs_service" "this" {
  name            = var.name
  task_definition = aws_ecs_task_definition.this.arn
  desired_count   = 2
  network_configuration {
    subnets = var.subnet_ids
  }
}
