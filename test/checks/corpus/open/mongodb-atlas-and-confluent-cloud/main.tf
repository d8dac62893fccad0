provider "mongodbatlas" {
  public_key  = var.atlas_public_key
  private_key = var.atlas_private_key
}

resource "mongodbatlas_project" "shop" {
  name   = "shop"
  org_id = var.atlas_org_id
}

resource "mongodbatlas_advanced_cluster" "shop" {
  project_id   = mongodbatlas_project.shop.id
  name         = "shop"
  cluster_type = "REPLICASET"

  replication_specs {
    region_configs {
      electable_specs {
        instance_size = "M30"
        node_count    = 3
      }
      provider_name = "AWS"
      region_name   = "EU_CENTRAL_1"
      priority      = 7
    }
  }
}

resource "mongodbatlas_federated_settings_identity_provider" "oidc" {
  federation_settings_id = var.federation_id
  name                   = "okta"
  protocol               = "OIDC"
  audience               = "https://atlas.mongodb.example"
  authorization_type     = "GROUP"
  client_id              = var.okta_client_id
  issuer_uri             = "https://verbena.okta.com/oauth2/default"
  requested_scopes       = ["openid", "profile"]
  user_claim             = "sub"
  groups_claim           = "groups"
}

resource "mongodbatlas_database_user" "app" {
  project_id         = mongodbatlas_project.shop.id
  username           = "app"
  password           = random_password.app.result
  auth_database_name = "admin"

  roles {
    role_name     = "readWrite"
    database_name = "shop"
  }
}

resource "random_password" "app" {
  length  = 30
  special = false
}

resource "null_resource" "seed" {
  triggers = {
    cluster = mongodbatlas_advanced_cluster.shop.cluster_id
  }
  provisioner "local-exec" {
    command = "mongosh 'mongodb+srv://app:${random_password.app.result}@${replace(mongodbatlas_advanced_cluster.shop.connection_strings[0].standard_srv, "mongodb+srv://", "")}/shop' ${path.module}/seed.js"
  }
}

output "app_password" {
  value     = random_password.app.result
  sensitive = true
}

variable "atlas_public_key" {
  type = string
}

variable "atlas_private_key" {
  type = string
}

variable "atlas_org_id" {
  type = string
}

variable "federation_id" {
  type = string
}

variable "okta_client_id" {
  type = string
}
