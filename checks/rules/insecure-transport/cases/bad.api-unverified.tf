resource "terraform_data" "release" {
  provisioner "local-exec" {
    interpreter = ["python3", "-c"]
    command     = <<-EOT
      import requests
      answer = requests.post("https://login.example.com/oauth/token", data={"grant_type": "client_credentials", "client_id": "abc"})
      answer.raise_for_status()
      headers = {"Authorization": "Bearer " + answer.json()["access_token"]}
      requests.post("https://api.example.com/releases", headers=headers, verify=False).raise_for_status()
    EOT
  }
}
