resource "null_resource" "snowflake" {
  provisioner "local-exec" {
    interpreter = ["python3", "-c"]
    command     = <<-PY
      import json, urllib.request
      body = json.dumps({"grant_type": "client_credentials", "client_id": "${var.client_id}", "client_secret": "${var.client_secret}"}).encode()
      req = urllib.request.Request("https://login.data.test/oauth2/v1/token", data=body, headers={"Content-Type": "application/json"})
      print(urllib.request.urlopen(req).read())
    PY
  }
}

variable "client_id" {
  type = string
}

variable "client_secret" {
  type = string
}
