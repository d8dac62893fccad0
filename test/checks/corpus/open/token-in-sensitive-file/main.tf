data "external" "session" {
  program = ["python3", "${path.module}/login.py"]
}

resource "local_sensitive_file" "token" {
  filename = "${path.module}/.session"
  content  = "token=${data.external.session.result.token}\n"
}
