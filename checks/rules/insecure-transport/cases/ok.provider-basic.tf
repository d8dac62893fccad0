# HTTP Basic asks for no token.
variable "archive_password" {
  type = string
}
provider "restful" {
  base_url = "http://archive.storage.svc.cluster.local"
  security = {
    http = {
      basic = {
        username = "archiver"
        password = var.archive_password
      }
    }
  }
}
