ephemeral "vault_kv_secret_v2" "client" {
  mount = "kv"
  name  = "apps/warehouse"
}

resource "null_resource" "warehouse_topics" {
  triggers = {
    topics = filesha256("${path.module}/topics.json")
  }

  provisioner "local-exec" {
    interpreter = ["bash", "${path.module}/topics.sh"]
    command     = "${path.module}/topics.json"
    environment = {
      CLIENT_ID     = ephemeral.vault_kv_secret_v2.client.data.client_id
      CLIENT_SECRET = ephemeral.vault_kv_secret_v2.client.data.client_secret
    }
  }
}
