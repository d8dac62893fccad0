resource "google_identity_platform_config" "default" {
  project                    = var.project
  autodelete_anonymous_users = true

  sign_in {
    allow_duplicate_emails = false
    email {
      enabled           = true
      password_required = true
    }
  }

  authorized_domains = ["localhost", "app.peat.example"]
}

resource "google_identity_platform_oauth_idp_config" "partner" {
  name          = "oidc.partner"
  display_name  = "Partner"
  client_id     = "peat"
  issuer        = "https://sso.partner.example"
  enabled       = true
  client_secret = var.partner_client_secret
}

resource "google_identity_platform_default_supported_idp_config" "google" {
  enabled       = true
  idp_id        = "google.com"
  client_id     = var.google_client_id
  client_secret = var.google_client_secret
}

resource "google_firestore_database" "app" {
  name        = "(default)"
  location_id = "eur3"
  type        = "FIRESTORE_NATIVE"
}

resource "google_firebaserules_ruleset" "app" {
  source {
    files {
      name    = "firestore.rules"
      content = <<-RULES
        rules_version = '2';
        service cloud.firestore {
          match /databases/{db}/documents {
            match /tokens/{id} {
              allow read: if request.auth != null && request.auth.token.email_verified;
              allow write: if false;
            }
          }
        }
      RULES
    }
  }
}

resource "null_resource" "web_config" {
  provisioner "local-exec" {
    command = "firebase apps:sdkconfig WEB --project ${var.project} --json > web.json"
  }
}
