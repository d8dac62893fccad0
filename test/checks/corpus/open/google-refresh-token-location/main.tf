resource "null_resource" "merchant_feed" {
  triggers = {
    feed = filemd5("${path.module}/feed.csv")
  }

  provisioner "local-exec" {
    command     = <<-CMD
      set -e
      curl --location --request POST 'https://oauth2.googleapis.com/token' \
        --header 'Content-Type: application/x-www-form-urlencoded' \
        --data-urlencode 'client_id=${var.google_client_id}' \
        --data-urlencode 'client_secret=${var.google_client_secret}' \
        --data-urlencode 'refresh_token=${var.google_refresh_token}' \
        --data-urlencode 'grant_type=refresh_token' > token.json
      python3 upload_feed.py token.json feed.csv
    CMD
    working_dir = path.module
  }
}

variable "google_client_id" {
  type = string
}

variable "google_client_secret" {
  type      = string
  sensitive = true
}

variable "google_refresh_token" {
  type        = string
  description = "Long-lived refresh token of the feed account"
}
