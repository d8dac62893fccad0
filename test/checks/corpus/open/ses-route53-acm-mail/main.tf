resource "aws_ses_domain_identity" "mail" {
  domain = "mail.obsidian.example"
}

resource "aws_ses_domain_dkim" "mail" {
  domain = aws_ses_domain_identity.mail.domain
}

resource "aws_route53_record" "dkim" {
  count   = 3
  zone_id = var.zone_id
  name    = "${aws_ses_domain_dkim.mail.dkim_tokens[count.index]}._domainkey"
  type    = "CNAME"
  ttl     = 600
  records = ["${aws_ses_domain_dkim.mail.dkim_tokens[count.index]}.dkim.amazonses.com"]
}

resource "aws_route53_record" "verification" {
  zone_id = var.zone_id
  name    = "_amazonses.${aws_ses_domain_identity.mail.domain}"
  type    = "TXT"
  ttl     = 600
  records = [aws_ses_domain_identity.mail.verification_token]
}

output "verification_token" {
  value = aws_ses_domain_identity.mail.verification_token
}

output "dkim_tokens" {
  value = aws_ses_domain_dkim.mail.dkim_tokens
}

resource "aws_iam_user" "smtp" {
  name = "smtp"
}

resource "aws_iam_access_key" "smtp" {
  user = aws_iam_user.smtp.name
}

output "smtp_username" {
  value = aws_iam_access_key.smtp.id
}

output "smtp_password" {
  value     = aws_iam_access_key.smtp.ses_smtp_password_v4
  sensitive = true
}

resource "null_resource" "smtp_check" {
  provisioner "local-exec" {
    command = "curl --ssl-reqd --url smtp://email-smtp.eu-west-1.amazonaws.com:587 --user '${aws_iam_access_key.smtp.id}:${aws_iam_access_key.smtp.ses_smtp_password_v4}' --mail-from noreply@mail.obsidian.example --mail-rcpt ops@obsidian.example --upload-file ${path.module}/hello.txt"
  }
}

variable "zone_id" {
  type = string
}
