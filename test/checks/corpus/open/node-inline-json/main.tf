resource "null_resource" "token" {
  provisioner "local-exec" {
    interpreter = ["node", "-e"]
    command     = <<-JS
      fetch("https://login.usw2.pure.cloud/oauth/token", {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ grant_type: "client_credentials", client_id: "${var.client_id}", client_secret: "${var.client_secret}" }),
      }).then((r) => r.json()).then((t) => console.log(t.access_token));
    JS
  }
}

variable "client_id" {
  type = string
}

variable "client_secret" {
  type      = string
  sensitive = true
}
