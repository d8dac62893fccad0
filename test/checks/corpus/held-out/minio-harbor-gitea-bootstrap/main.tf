locals {
  harbor = "https://harbor.${var.domain}/api/v2.0"
  gitea  = "https://git.${var.domain}/api/v1"
}

resource "null_resource" "harbor_project" {
  for_each = toset(var.projects)

  provisioner "local-exec" {
    command = "curl -k -s -u 'admin:${var.harbor_admin_password}' -H 'Content-Type: application/json' -X POST ${local.harbor}/projects -d '{\"project_name\": \"${each.key}\", \"public\": false}'"
  }
}

resource "null_resource" "harbor_oidc" {
  provisioner "local-exec" {
    command = <<-EOT
      curl -k -s -u "admin:$HARBOR_PASSWORD" -X PUT ${local.harbor}/configurations -H 'Content-Type: application/json' -d @- <<JSON
      {
        "auth_mode": "oidc_auth",
        "oidc_name": "sso",
        "oidc_endpoint": "https://sso.${var.domain}/realms/main",
        "oidc_client_id": "harbor",
        "oidc_client_secret": "$HARBOR_OIDC_SECRET",
        "oidc_scope": "openid,profile,email,offline_access"
      }
      JSON
    EOT
    environment = {
      HARBOR_PASSWORD    = var.harbor_admin_password
      HARBOR_OIDC_SECRET = var.harbor_oidc_secret
    }
  }
}

resource "null_resource" "gitea_app" {
  provisioner "local-exec" {
    command = <<-EOT
      set -e
      curl -sf -u "gitea_admin:$GITEA_PASSWORD" -X POST ${local.gitea}/user/applications/oauth2 \
        -H 'Content-Type: application/json' \
        -d '{"name": "drone", "confidential_client": true, "redirect_uris": ["https://ci.${var.domain}/login"]}' > drone-app.json
    EOT
    environment = {
      GITEA_PASSWORD = var.gitea_admin_password
    }
  }
}

resource "minio_s3_bucket" "artifacts" {
  bucket = "artifacts"
  acl    = "private"
}

resource "minio_iam_user" "ci" {
  name = "ci"
}

output "ci_secret" {
  value     = minio_iam_user.ci.secret
  sensitive = true
}
