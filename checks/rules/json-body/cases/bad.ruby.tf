# A program of Ruby is not read.
resource "null_resource" "token" {
  provisioner "local-exec" {
    interpreter = ["ruby", "-rnet/http", "-rjson", "-e"]
    command     = <<-EOT
      form = { grant_type: "client_credentials", client_id: "abc", client_secret: ENV.fetch("CLIENT_SECRET") }
      answer = Net::HTTP.post(URI("https://login.example.com/oauth/token"), form.to_json)
      answer.value
    EOT
  }
}
