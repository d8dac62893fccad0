variable "names" {
  type = list(string)
}

resource "genesyscloud_routing_queue" "this" {
  for_each                 = toset(var.names)
  name                     = each.value
  acw_wrapup_prompt        = "OPTIONAL"
  skill_evaluation_method  = "BEST"
  auto_answer_only         = true
  enable_transcription     = true
  enable_manual_assignment = false

  media_settings_call {
    alerting_timeout_sec      = 30
    service_level_percentage  = 0.8
    service_level_duration_ms = 20000
  }
}

output "ids" {
  value = { for name, queue in genesyscloud_routing_queue.this : name => queue.id }
}
