# What fetch does unless it is told otherwise, here in writing.
resource "null_resource" "token" {
  provisioner "local-exec" {
    interpreter = ["node", "--input-type=module", "--eval"]
    command     = <<-EOT
      const body = new URLSearchParams({ grant_type: "client_credentials", client_id: "abc", client_secret: process.env.CLIENT_SECRET });
      const answer = await fetch("https://login.example.com/oauth/token", { method: "POST", body, redirect: "follow" });
      if (!answer.ok) process.exit(1);
    EOT
  }
}
