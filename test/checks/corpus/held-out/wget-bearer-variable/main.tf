variable "reporting_jwt" {
  type      = string
  sensitive = true
}

resource "null_resource" "report" {
  provisioner "local-exec" {
    command = "wget -q -O report.csv --header='Authorization: Bearer ${var.reporting_jwt}' https://reports.example/v2/daily"
  }
}
