resource "aws_iot_thing" "screen" {
  for_each = var.screens
  name     = each.key
  attributes = {
    site = each.value.site
  }
}

resource "aws_iot_certificate" "screen" {
  for_each = var.screens
  active   = true
}

resource "aws_iot_thing_principal_attachment" "screen" {
  for_each  = var.screens
  thing     = aws_iot_thing.screen[each.key].name
  principal = aws_iot_certificate.screen[each.key].arn
}

resource "aws_iot_policy" "screen" {
  name = "screen"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = ["iot:Connect", "iot:Subscribe", "iot:Receive"]
      Resource = ["*"]
    }]
  })
}

resource "local_sensitive_file" "key" {
  for_each        = var.screens
  filename        = "${path.module}/out/${each.key}.key"
  content         = aws_iot_certificate.screen[each.key].private_key
  file_permission = "0600"
}

resource "aws_iot_authorizer" "token" {
  name                    = "token"
  authorizer_function_arn = aws_lambda_function.authorizer.arn
  signing_disabled        = true
  status                  = "ACTIVE"
  token_key_name          = "access_token"
}

resource "aws_lambda_function" "authorizer" {
  function_name = "iot-authorizer"
  image_uri     = "${var.repository}:1"
  package_type  = "Image"
  role          = var.role_arn
}

resource "null_resource" "ota" {
  for_each = var.screens
  provisioner "local-exec" {
    command = "curl --fail --cert out/${each.key}.pem --key out/${each.key}.key https://${var.endpoint}:8443/topics/ota/${each.key} -d '{\"version\": \"${var.firmware}\"}'"
  }
}

variable "screens" {
  type = map(object({ site = string }))
}

variable "repository" {
  type = string
}

variable "role_arn" {
  type = string
}

variable "endpoint" {
  type = string
}

variable "firmware" {
  type = string
}
