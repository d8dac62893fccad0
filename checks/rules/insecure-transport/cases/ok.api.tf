# An API on loopback, and a request without a token over http://.
resource "terraform_data" "release" {
  provisioner "local-exec" {
    interpreter = ["python3", "-c"]
    command     = <<-EOT
      import requests
      answer = requests.post("https://login.example.com/oauth/token", data={"grant_type": "client_credentials", "client_id": "abc"})
      answer.raise_for_status()
      headers = {"Authorization": "Bearer " + answer.json()["access_token"]}
      requests.post("http://127.0.0.1:8080/releases", headers=headers).raise_for_status()
      requests.get("http://status.example.com/health").raise_for_status()
    EOT
  }
}
