resource "null_resource" "apim_subscription" {
  for_each = var.subscriptions

  triggers = {
    product = each.value.product
  }

  provisioner "local-exec" {
    interpreter = ["/bin/bash", "-c"]
    command = templatefile("${path.module}/templates/subscribe.sh.tpl", {
      base_url      = var.base_url
      realm         = "apim"
      client_id     = var.client_id
      client_secret = var.client_secret
      product       = each.value.product
      verify_ssl    = var.verify_ssl
    })
  }
}
