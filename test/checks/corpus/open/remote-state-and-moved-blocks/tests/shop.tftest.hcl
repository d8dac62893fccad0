run "plan" {
  command = plan
  assert {
    condition     = module.shop.arn != ""
    error_message = "no function"
  }
}
