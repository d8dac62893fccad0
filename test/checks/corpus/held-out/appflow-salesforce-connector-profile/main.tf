resource "aws_appflow_connector_profile" "salesforce" {
  name            = "salesforce"
  connector_type  = "Salesforce"
  connection_mode = "Public"

  connector_profile_config {
    connector_profile_credentials {
      salesforce {
        client_credentials_arn = aws_secretsmanager_secret.sf_client.arn
        access_token           = var.sf_access_token
        refresh_token          = var.sf_refresh_token
      }
    }

    connector_profile_properties {
      salesforce {
        instance_url           = "https://brindle.my.salesforce.com"
        is_sandbox_environment = false
      }
    }
  }
}

resource "aws_secretsmanager_secret" "sf_client" {
  name = "appflow/salesforce-client"
}

resource "aws_appflow_connector_profile" "marketo" {
  name            = "marketo"
  connector_type  = "CustomConnector"
  connection_mode = "Public"
  connector_label = "marketo"

  connector_profile_config {
    connector_profile_credentials {
      custom_connector {
        authentication_type = "OAUTH2"
        oauth2 {
          client_id     = var.marketo_client_id
          client_secret = var.marketo_client_secret
        }
      }
    }

    connector_profile_properties {
      custom_connector {
        oauth2_properties {
          oauth2_grant_type = "CLIENT_CREDENTIALS"
          token_url         = "https://123-abc-456.mktorest.com/identity/oauth/token"
        }
      }
    }
  }
}

resource "aws_appflow_flow" "accounts" {
  name = "accounts"

  source_flow_config {
    connector_type         = "Salesforce"
    connector_profile_name = aws_appflow_connector_profile.salesforce.name
    source_connector_properties {
      salesforce {
        object = "Account"
      }
    }
  }

  destination_flow_config {
    connector_type = "S3"
    destination_connector_properties {
      s3 {
        bucket_name = var.bucket
      }
    }
  }

  task {
    task_type     = "Map_all"
    source_fields = []
    task_properties = {
      EXCLUDE_SOURCE_FIELDS_LIST = "[]"
    }
    connector_operator {
      salesforce = "NO_OP"
    }
  }

  trigger_config {
    trigger_type = "OnDemand"
  }
}

variable "bucket" {
  type = string
}

variable "sf_access_token" {
  type      = string
  sensitive = true
}

variable "sf_refresh_token" {
  type      = string
  sensitive = true
}

variable "marketo_client_id" {
  type = string
}

variable "marketo_client_secret" {
  type      = string
  sensitive = true
}
