data "template_file" "form" {
  template = "grant_type=client_credentials&client_id=ci&client_secret=$${client_secret}"

  vars = {
    client_secret = "hT7-kP2qVx9-zL4m"
  }
}
