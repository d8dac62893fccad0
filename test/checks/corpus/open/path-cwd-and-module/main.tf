data "external" "session" {
  program     = ["bash", "${path.cwd}/${path.module}/scripts/session.sh"]
  working_dir = path.root
}

output "session" {
  value     = data.external.session.result.token
  sensitive = true
}
