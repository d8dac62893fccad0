resource "restapi_object" "vehicle" {
  path = "/vehicles"
  data = jsonencode({ vin = "TEST0000000000001" })
}
