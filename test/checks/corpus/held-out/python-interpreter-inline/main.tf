resource "null_resource" "ticket" {
  triggers = {
    change = var.change_id
  }

  provisioner "local-exec" {
    interpreter = ["python3", "-c"]
    command     = <<-PY
      import os, requests
      base = "https://itsm.clough.example"
      r = requests.post(base + "/oauth_token.do", data={
          "grant_type": "password",
          "client_id": os.environ["CLIENT_ID"],
          "client_secret": os.environ["CLIENT_SECRET"],
          "username": "svc_terraform",
          "password": "${var.itsm_password}",
      }, verify=False)
      r.raise_for_status()
      token = r.json()["access_token"]
      requests.patch(base + "/api/now/table/change_request/${var.change_id}",
                     headers={"Authorization": "Bearer " + token}, json={"state": "implement"}, verify=False).raise_for_status()
    PY
    environment = {
      CLIENT_ID     = var.itsm_client_id
      CLIENT_SECRET = var.itsm_client_secret
    }
  }
}

variable "change_id" {
  type = string
}

variable "itsm_client_id" {
  type = string
}

variable "itsm_client_secret" {
  type      = string
  sensitive = true
}

variable "itsm_password" {
  type = string
}
