output "client_ids" {
  value = { for name, identity in module.identity : name => identity.client_id }
}

output "kube_config" {
  value     = module.cluster.kube_config
  sensitive = true
}
