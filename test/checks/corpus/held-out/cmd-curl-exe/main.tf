resource "null_resource" "windows" {
  provisioner "local-exec" {
    interpreter = ["cmd", "/C"]
    command     = "curl.exe -s -L -X POST https://login.mypurecloud.com/oauth/token -H \"Content-Type: application/json\" -d \"{\\\"grant_type\\\":\\\"client_credentials\\\",\\\"client_id\\\":\\\"%CLIENT_ID%\\\",\\\"client_secret\\\":\\\"Wq7-z3Lk-8mNp-v2Rt-cmd\\\"}\" -o token.json"
    environment = {
      CLIENT_ID = "9b0d1d1e-0000-4f4f-8a8a-000000000001"
    }
  }
}
