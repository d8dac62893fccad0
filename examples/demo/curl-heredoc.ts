/** The name of the file, as the checks report it. */
export const CURL_HEREDOC_FILE = "main.tf";

/** How such requests are written today. What Terraform fills in stands for itself: `${var.client_secret}`. */
export function curlHeredoc(tokenEndpoint: string): string {
  return `curl -s -H 'Content-Type: application/json' -d @- ${tokenEndpoint} <<JSON
{"grant_type":"client_credentials","client_id":"abc123","client_secret":"\${var.client_secret}"}
JSON
`;
}

/** The same as Terraform reads it. */
export function curlHeredocConfiguration(tokenEndpoint: string): string {
  return `variable "client_secret" {
  type      = string
  sensitive = true
}

resource "null_resource" "token" {
  provisioner "local-exec" {
    command = <<-EOT
${curlHeredoc(tokenEndpoint).trimEnd().replaceAll(/^/gm, "      ")}
    EOT
  }
}
`;
}
