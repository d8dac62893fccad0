resource "null_resource" "get_token" {
  triggers = {
    always_run = timestamp()
  }

  provisioner "local-exec" {
    command = "curl --location --request POST https://${var.gitlab_host}/oauth/token -d 'grant_type=password' -d 'username=${var.bot_user}' -d 'password=${var.bot_password}' | jq -r .access_token > ${path.module}/token.txt"
  }
}

data "local_file" "token" {
  filename   = "${path.module}/token.txt"
  depends_on = [null_resource.get_token]
}

provider "gitlab" {
  base_url = "https://${var.gitlab_host}/api/v4/"
  token    = trimspace(data.local_file.token.content)
}

resource "gitlab_group" "platform" {
  name             = "platform"
  path             = "platform"
  visibility_level = "internal"
}
