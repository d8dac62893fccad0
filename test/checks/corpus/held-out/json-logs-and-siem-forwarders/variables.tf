variable "siem_key" {
  type = string
}

variable "hec_token" {
  type = string
}

variable "sumo_url" {
  type = string
}
