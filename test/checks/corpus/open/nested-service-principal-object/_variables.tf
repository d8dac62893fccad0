variable "azure_sp" {
  type = object({
    data = object({
      client_id       = string
      client_secret   = string
      tenant_id       = string
      subscription_id = string
    })
  })
}
