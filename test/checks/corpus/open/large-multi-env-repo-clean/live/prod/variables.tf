variable "alert_webhook" {
  type = string
}
