output "queue_urls" {
  value = module.queue.urls
}

output "crm_instance_url" {
  value = module.crm.instance_url
}

output "crm_session" {
  value = module.crm.session
}
