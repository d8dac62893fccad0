variable "environment" {
  type = string
}

variable "location" {
  type    = string
  default = "northeurope"
}

variable "workloads" {
  type = map(object({
    namespace       = string
    service_account = string
  }))
}
