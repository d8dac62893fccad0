variable "idp" {
  type    = string
  default = "id.caravel.example"
}

variable "reporting_secret" {
  type = string
}
