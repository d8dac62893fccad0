variable "atlas_public_key" {
  type = string
}

variable "atlas_private_key" {
  type      = string
  sensitive = true
}

provider "mongodbatlas" {
  public_key  = var.atlas_public_key
  private_key = var.atlas_private_key
}

resource "mongodbatlas_database_user" "app" {
  username           = "app"
  password           = var.app_db_password
  project_id         = var.project_id
  auth_database_name = "admin"

  roles {
    role_name     = "readWrite"
    database_name = "app"
  }
}

variable "app_db_password" {
  type = string
}

variable "project_id" {
  type = string
}

output "connection_string" {
  value = "mongodb+srv://app:${urlencode(var.app_db_password)}@cluster0.acme.test/app"
}
