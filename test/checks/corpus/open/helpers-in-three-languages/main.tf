resource "null_resource" "kc" {
  provisioner "local-exec" {
    command = "python3 ${path.module}/kc.py"
    environment = {
      KC_URL    = var.url
      KC_SECRET = var.kc_secret
    }
  }
}
resource "null_resource" "ps" {
  provisioner "local-exec" {
    interpreter = ["pwsh", "-Command"]
    command = <<-EOT
      $body = @{
        grant_type = "client_credentials"
        client_id = "${var.cid}"
        client_secret = "${var.kc_secret}"
        scope = "https://graph.microsoft.com/.default"
      }
      $r = Invoke-RestMethod -Method Post -Uri "https://login.microsoftonline.com/${var.tenant}/oauth2/v2.0/token" -Body ($body | ConvertTo-Json) -ContentType "application/json"
      Write-Host $r.access_token
    EOT
  }
}
resource "null_resource" "node" {
  provisioner "local-exec" {
    command = "node -e \"fetch('https://idp.example.com/oauth/token',{method:'POST',headers:{'Content-Type':'application/json'},body:JSON.stringify({grant_type:'client_credentials',client_id:'a',client_secret:process.env.S})})\""
    environment = { S = var.kc_secret }
  }
}
variable "url" {}
variable "tenant" {}
variable "cid" {}
variable "kc_secret" {}
