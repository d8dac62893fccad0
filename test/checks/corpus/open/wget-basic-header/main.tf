resource "null_resource" "confluence_space" {
  for_each = toset(["ENG", "OPS"])

  provisioner "local-exec" {
    interpreter = ["/bin/sh", "-c"]
    command     = <<-EOT
      AUTH=$(printf '%s:%s' "$CID" "$CSECRET" | base64 | tr -d '\n')
      wget -qO - --header="Authorization: Basic $AUTH" --post-data='grant_type=client_credentials' https://auth.wikis.example/oauth/token | tee /tmp/${each.key}.token.json
      sh ${path.module}/space.sh ${each.key} /tmp/${each.key}.token.json
    EOT
    environment = {
      CID     = var.cid
      CSECRET = var.csecret
    }
  }
}

variable "cid" {
  type = string
}

variable "csecret" {
  type      = string
  sensitive = true
}
