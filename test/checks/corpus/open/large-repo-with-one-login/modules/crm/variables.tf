variable "instance" {
  type = string
}

variable "client_id" {
  type = string
}

variable "client_secret" {
  type = string
}

variable "queue_url" {
  type = string
}
