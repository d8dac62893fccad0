data "template_file" "netrc" {
  template = file("${path.module}/netrc.tpl")

  vars = {
    oauth_client_secret = "Zk-55.vQmr0p=tU8"
    oauth_client_id     = "edge"
  }
}
