variable "repository_url" {
  type = string
}

variable "image_tag" {
  type = string
}

variable "oauth_client_id" {
  type = string
}

variable "region" {
  type = string
}

variable "subnet_ids" {
  type = list(string)
}

variable "vpc_id" {
  type = string
}
