resource "null_resource" "inspec" {
  triggers = {
    profile = sha1(join("", [for f in fileset("${path.module}/profile", "**/*.rb") : filesha1("${path.module}/profile/${f}")]))
  }
  provisioner "local-exec" {
    command = "inspec exec ${path.module}/profile -t aws:// --reporter cli json:inspec.json"
  }
}

resource "null_resource" "migrate" {
  provisioner "local-exec" {
    working_dir = "${path.module}/tools"
    command     = "go run ./cmd/migrate -dsn \"$DSN\""
    environment = {
      DSN = var.dsn
    }
  }
}

resource "null_resource" "seed_oauth_clients" {
  depends_on = [null_resource.migrate]
  provisioner "local-exec" {
    working_dir = "${path.module}/tools"
    command     = "go run ./cmd/seed -file clients.json"
    environment = {
      ADMIN_URL = "https://hydra-admin.quartz.example/admin/clients"
    }
  }
}

variable "dsn" {
  type = string
}
