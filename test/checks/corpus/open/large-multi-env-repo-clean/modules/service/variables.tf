variable "name" {
  type = string
}

variable "port" {
  type = number
}

variable "cpu" {
  type = number
}

variable "subnet_ids" {
  type = list(string)
}

variable "oauth" {
  description = "Where the service asks for its access tokens"
  type = object({
    token_endpoint = string
    client_id      = string
    secret_arn     = string
  })
}
