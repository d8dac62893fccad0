resource "aws_s3_bucket" "artifacts" {
  bucket = "artifacts-redwing"
}

resource "aws_s3_object" "scripts" {
  for_each = fileset("${path.module}/scripts", "*.sh")
  bucket   = aws_s3_bucket.artifacts.id
  key      = "scripts/${each.value}"
  source   = "${path.module}/scripts/${each.value}"
  etag     = filemd5("${path.module}/scripts/${each.value}")
}

resource "gitlab_repository_file" "ci" {
  project        = var.project_id
  file_path      = ".gitlab-ci.yml"
  branch         = "main"
  content        = base64encode(file("${path.module}/gitlab-ci.yml"))
  commit_message = "Update the pipeline"
}

resource "gitlab_project_variable" "client_secret" {
  project   = var.project_id
  key       = "CLIENT_SECRET"
  value     = var.client_secret
  protected = true
  masked    = true
}

variable "project_id" {
  type = string
}

variable "client_secret" {
  type      = string
  sensitive = true
}
