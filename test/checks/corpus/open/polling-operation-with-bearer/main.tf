resource "null_resource" "import_dashboards" {
  triggers = {
    dashboards = sha256(join("", [for f in fileset(path.module, "dashboards/*.json") : filesha256("${path.module}/${f}")]))
  }

  provisioner "local-exec" {
    command     = "./import.sh"
    working_dir = path.module
    environment = {
      GRAFANA_URL   = var.grafana_url
      GRAFANA_TOKEN = grafana_service_account_token.import.key
    }
  }
}

resource "grafana_service_account" "import" {
  name = "import"
  role = "Editor"
}

resource "grafana_service_account_token" "import" {
  name               = "import"
  service_account_id = grafana_service_account.import.id
  seconds_to_live    = 3600
}

variable "grafana_url" {
  type = string
}
