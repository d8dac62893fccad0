data "external" "zoom" {
  program = ["python3", "${path.module}/zoom_token.py"]
  query = {
    account_id = var.zoom_account_id
  }
}

output "zoom_token" {
  description = "for the support scripts"
  value       = data.external.zoom.result.token
}

variable "zoom_account_id" {
  type = string
}
