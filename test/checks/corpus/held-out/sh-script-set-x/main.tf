resource "null_resource" "publish" {
  triggers = { version = var.version_tag }
  provisioner "local-exec" {
    command     = "ci/publish.sh"
    interpreter = ["bash", "-x"]
    environment = {
      APIM_ID     = var.apim_id
      APIM_SECRET = var.apim_secret
      VERSION     = var.version_tag
    }
  }
}

variable "version_tag" { type = string }
variable "apim_id" { type = string }
variable "apim_secret" {
  type      = string
  sensitive = true
}
