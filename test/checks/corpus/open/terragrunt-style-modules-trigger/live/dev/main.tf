module "genesys_login" {
  source        = "../../modules/genesys-login"
  region_domain = "mypurecloud.de"
  oauth = {
    id     = "0b9a8c52-3f1d-4b60-9a5e-2c9d6a5f7e11"
    secret = "Qd8sH2mXo5Tz0vRkLw3pYb6NcJf1GaEu"
  }
}
