resource "null_resource" "octopus" {
  provisioner "local-exec" {
    interpreter = ["PowerShell", "-Command"]
    command     = <<-PS
      $headers = @{ "X-Octopus-ApiKey" = $env:OCTOPUS_KEY }
      $body = @{ Name = "${var.project}"; LifecycleId = "Lifecycles-1" } | ConvertTo-Json
      Invoke-RestMethod -Method Post -Uri "https://octopus.acme.example/api/projects" -Headers $headers -Body $body -ContentType "application/json"
    PS
    environment = {
      OCTOPUS_KEY = var.octopus_key
    }
  }
}

variable "project" {
  type = string
}

variable "octopus_key" {
  type      = string
  sensitive = true
}
