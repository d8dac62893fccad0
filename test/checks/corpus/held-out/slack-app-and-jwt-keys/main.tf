resource "tls_private_key" "signing" {
  algorithm   = "ECDSA"
  ecdsa_curve = "P256"
}

resource "aws_kms_key" "assertion" {
  description              = "signs client assertions"
  key_usage                = "SIGN_VERIFY"
  customer_master_key_spec = "RSA_2048"
}

resource "aws_secretsmanager_secret" "signing" {
  name = "assertion/signing-key"
}

resource "aws_secretsmanager_secret_version" "signing" {
  secret_id     = aws_secretsmanager_secret.signing.id
  secret_string = tls_private_key.signing.private_key_pem
}

resource "aws_s3_object" "jwks" {
  bucket       = "acme-well-known"
  key          = ".well-known/jwks.json"
  content_type = "application/json"
  content      = jsonencode({ keys = [] })
}

output "public_key" {
  value = tls_private_key.signing.public_key_pem
}
