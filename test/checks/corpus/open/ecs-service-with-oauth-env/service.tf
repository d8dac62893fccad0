resource "aws_ecs_cluster" "main" {
  name = "main"
  setting {
    name  = "containerInsights"
    value = "enabled"
  }
}

resource "aws_ecs_task_definition" "worker" {
  family                   = "worker"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  cpu                      = 512
  memory                   = 1024
  execution_role_arn       = aws_iam_role.execution.arn

  container_definitions = jsonencode([
    {
      name      = "worker"
      image     = "${var.repository_url}:${var.image_tag}"
      essential = true
      environment = [
        { name = "OAUTH_TOKEN_URL", value = "https://login.pantile.example/oauth2/token" },
        { name = "OAUTH_GRANT_TYPE", value = "client_credentials" },
        { name = "OAUTH_CLIENT_ID", value = var.oauth_client_id },
        { name = "OAUTH_SCOPE", value = "orders.read orders.write" },
      ]
      secrets = [
        { name = "OAUTH_CLIENT_SECRET", valueFrom = "${aws_secretsmanager_secret.oauth.arn}:client_secret::" },
      ]
      healthCheck = {
        command  = ["CMD-SHELL", "curl -f http://localhost:8080/healthz || exit 1"]
        interval = 30
        retries  = 3
      }
      logConfiguration = {
        logDriver = "awslogs"
        options = {
          awslogs-group         = aws_cloudwatch_log_group.worker.name
          awslogs-region        = var.region
          awslogs-stream-prefix = "worker"
        }
      }
    },
  ])
}

resource "aws_cloudwatch_log_group" "worker" {
  name              = "/ecs/worker"
  retention_in_days = 30
}

resource "aws_secretsmanager_secret" "oauth" {
  name                    = "worker/oauth"
  recovery_window_in_days = 7
}

resource "aws_ecs_service" "worker" {
  name            = "worker"
  cluster         = aws_ecs_cluster.main.id
  task_definition = aws_ecs_task_definition.worker.arn
  desired_count   = 2
  launch_type     = "FARGATE"

  network_configuration {
    subnets         = var.subnet_ids
    security_groups = [aws_security_group.worker.id]
  }

  deployment_circuit_breaker {
    enable   = true
    rollback = true
  }
}

resource "aws_security_group" "worker" {
  name   = "worker"
  vpc_id = var.vpc_id
}

resource "aws_iam_role" "execution" {
  name = "worker-execution"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "ecs-tasks.amazonaws.com" } }]
  })
}
