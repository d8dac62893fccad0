# A form, and its answer is looked at.
resource "null_resource" "token" {
  provisioner "local-exec" {
    interpreter = ["ruby", "-rnet/http", "-rjson", "-e"]
    command     = <<-EOT
      form = { grant_type: "client_credentials", client_id: "abc", client_secret: ENV.fetch("CLIENT_SECRET") }
      answer = Net::HTTP.post_form(URI("https://login.example.com/oauth/token"), form)
      answer.value
      File.write("token", JSON.parse(answer.body)["access_token"])
    EOT
  }
}
