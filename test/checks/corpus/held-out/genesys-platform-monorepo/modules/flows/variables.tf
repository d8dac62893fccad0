variable "login_host" {
  type = string
}

variable "api_host" {
  type = string
}

variable "client_id" {
  type = string
}

variable "client_secret" {
  type        = string
  description = "Secret of the OAuth client"
}

variable "queues" {
  type = map(string)
}
