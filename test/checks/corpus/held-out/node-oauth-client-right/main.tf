resource "vercel_project" "site" {
  name      = "site"
  framework = "nextjs"
  git_repository = {
    type = "github"
    repo = "pinnace/site"
  }
}

resource "vercel_project_environment_variable" "issuer" {
  project_id = vercel_project.site.id
  key        = "OIDC_ISSUER"
  value      = "https://sso.pinnace.example"
  target     = ["production"]
}

resource "null_resource" "contentful_types" {
  triggers = {
    types = filesha256("${path.module}/tools/types.json")
  }

  provisioner "local-exec" {
    command     = "node types.mjs types.json"
    working_dir = "${path.module}/tools"
    environment = {
      CMS_CLIENT_ID     = var.cms_client_id
      CMS_CLIENT_SECRET = var.cms_client_secret
    }
  }
}

variable "cms_client_id" {
  type = string
}

variable "cms_client_secret" {
  type      = string
  sensitive = true
}
