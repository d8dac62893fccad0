variable "client_secret" {
  type      = string
  sensitive = true
  default   = "Hq7-ZkP2-mV91"
}
