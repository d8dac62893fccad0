output "queue_ids" {
  value = module.queues.ids
}

output "flow_login" {
  value       = module.flows.login
  description = "What the flow module's login gave"
}
