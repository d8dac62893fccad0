output "instance_url" {
  value = data.external.session.result.instance_url
}

output "session" {
  value = data.external.session.result.access_token
}
