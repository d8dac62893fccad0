resource "terraform_data" "vault" {
  provisioner "local-exec" {
    command = "T=$(vault login -token-only -method=cert name=ci); echo \"$T\""
  }
}

resource "terraform_data" "roles" {
  provisioner "local-exec" {
    command = "aws sts assume-role --role-arn arn:aws:iam::123456789012:role/ci --role-session-name ci"
  }
}

resource "terraform_data" "sso" {
  provisioner "local-exec" {
    command = "C=$(aws sso get-role-credentials --role-name ci --account-id 123456789012 --access-token file:///run/sso); echo \"$C\""
  }
}

resource "terraform_data" "cluster" {
  provisioner "local-exec" {
    command = "T=$(oc whoami -t); echo \"$T\""
  }
}

resource "terraform_data" "approle" {
  provisioner "local-exec" {
    command = "vault write -field=token auth/approle/login role_id=ci secret_id=@/run/secret-id"
  }
}

resource "terraform_data" "registry" {
  provisioner "local-exec" {
    command = "aws ecr get-login-password | docker login --username AWS --password-stdin 123456789012.dkr.ecr.eu-west-1.amazonaws.com"
  }
}

resource "terraform_data" "who" {
  provisioner "local-exec" {
    command = "oc whoami; aws sts get-caller-identity; vault status"
  }
}
