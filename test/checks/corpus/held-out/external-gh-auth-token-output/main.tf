data "external" "gh" {
  program = ["sh", "-c", "gh auth token | jq -R '{value: .}'"]
}

output "gh" {
  value = data.external.gh.result.value
}
