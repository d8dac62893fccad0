data "external" "latest_tag" {
  program = ["bash", "${path.module}/latest.sh"]
  query   = { image = "library/nginx" }
}

output "nginx_tag" {
  value = data.external.latest_tag.result.tag
}
