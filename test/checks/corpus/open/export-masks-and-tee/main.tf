data "aws_secretsmanager_secret_version" "cxone" {
  secret_id = "platform/cxone"
}

locals {
  cxone = jsondecode(data.aws_secretsmanager_secret_version.cxone.secret_string)
}

resource "null_resource" "skills" {
  triggers = {
    skills = sha256(file("${path.module}/skills.json"))
  }

  provisioner "local-exec" {
    interpreter = ["bash", "-c"]
    command     = "source ${path.module}/lib/auth.sh && python3 ${path.module}/lib/skills.py ${path.module}/skills.json"
    environment = {
      CXONE_KEY    = local.cxone["access_key_id"]
      CXONE_SECRET = local.cxone["access_key_secret"]
      CXONE_REGION = "na1"
    }
  }
}
