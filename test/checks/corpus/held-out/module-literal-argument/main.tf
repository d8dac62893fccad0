module "cc_token" {
  source        = "./modules/cc-token"
  client_id     = "f3a4"
  client_secret = "zN8u4w-Kp2L-55tq-9dXe"
  environment   = "us-west-2"
}
