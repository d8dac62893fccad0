resource "azuredevops_project" "shop" {
  name               = "shop"
  visibility         = "private"
  version_control    = "Git"
  work_item_template = "Agile"
}

resource "azuredevops_serviceendpoint_azurerm" "prod" {
  project_id                             = azuredevops_project.shop.id
  service_endpoint_name                  = "azure-prod"
  service_endpoint_authentication_scheme = "WorkloadIdentityFederation"
  azurerm_spn_tenantid                   = var.tenant_id
  azurerm_subscription_id                = var.subscription_id
  azurerm_subscription_name              = "prod"

  credentials {
    serviceprincipalid = var.deployer_client_id
  }
}

resource "azuredevops_serviceendpoint_generic" "sso" {
  project_id            = azuredevops_project.shop.id
  server_url            = "https://sso.lantern-row.example/oauth2/token"
  username              = "shop-pipeline"
  password              = var.pipeline_client_secret
  service_endpoint_name = "sso"
}

resource "azuredevops_variable_group" "oauth" {
  project_id   = azuredevops_project.shop.id
  name         = "oauth"
  allow_access = true

  variable {
    name  = "TOKEN_URL"
    value = "https://sso.lantern-row.example/oauth2/token"
  }

  variable {
    name  = "GRANT_TYPE"
    value = "client_credentials"
  }

  variable {
    name         = "CLIENT_SECRET"
    secret_value = var.pipeline_client_secret
    is_secret    = true
  }
}

resource "azuredevops_git_repository_file" "pipeline" {
  repository_id       = azuredevops_git_repository.shop.id
  file                = "azure-pipelines.yml"
  branch              = "refs/heads/main"
  overwrite_on_create = true
  content             = file("${path.module}/azure-pipelines.yml")
}

resource "azuredevops_git_repository" "shop" {
  project_id = azuredevops_project.shop.id
  name       = "shop"
  initialization {
    init_type = "Clean"
  }
}

variable "tenant_id" {
  type = string
}

variable "subscription_id" {
  type = string
}

variable "deployer_client_id" {
  type = string
}

variable "pipeline_client_secret" {
  type      = string
  sensitive = true
}
