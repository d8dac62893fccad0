variable "project" {
  type = string
}

variable "audience" {
  type        = string
  description = "//iam.googleapis.com/projects/.../providers/ci"
}
