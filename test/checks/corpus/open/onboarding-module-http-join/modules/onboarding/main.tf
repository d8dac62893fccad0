resource "google_service_account" "scanner" {
  project      = var.project_id
  account_id   = "cloudscan-reader"
  display_name = "Cloudscan reader"
}

resource "google_project_iam_member" "viewer" {
  for_each = toset(["roles/viewer", "roles/iam.securityReviewer"])
  project  = var.project_id
  role     = each.value
  member   = "serviceAccount:${google_service_account.scanner.email}"
}

resource "null_resource" "register" {
  triggers = {
    account = google_service_account.scanner.unique_id
  }

  provisioner "local-exec" {
    command = "sh ${path.module}/register.sh"
    environment = {
      API_TOKEN  = local.access_token
      PROJECT_ID = var.project_id
      ACCOUNT    = google_service_account.scanner.email
    }
  }
}
