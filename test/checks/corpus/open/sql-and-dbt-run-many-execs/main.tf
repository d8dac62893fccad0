resource "null_resource" "dbt" {
  triggers = {
    project = sha1(join("", [for f in fileset("${path.module}/dbt", "**") : filesha1("${path.module}/dbt/${f}")]))
  }

  provisioner "local-exec" {
    command     = "dbt deps && dbt build --target ${terraform.workspace} --profiles-dir ."
    working_dir = "${path.module}/dbt"
    environment = {
      SNOWFLAKE_PASSWORD = var.snowflake_password
    }
  }
}

resource "null_resource" "snowsql" {
  provisioner "local-exec" {
    command = "SNOWSQL_PWD='${var.snowflake_password}' snowsql -a ${var.account} -u loader -q 'create network rule if not exists idp type = HOST_PORT mode = EGRESS value_list = (\\'login.microsoftonline.com:443\\')'"
  }
}

resource "snowflake_unsafe_execute" "oauth_secret" {
  execute = "CREATE SECRET IF NOT EXISTS crm_oauth TYPE = OAUTH2 API_AUTHENTICATION = CRM OAUTH_SCOPES = ('crm.read')"
  revert  = "DROP SECRET IF EXISTS crm_oauth"
  query   = "SHOW SECRETS LIKE 'crm_oauth'"
}

resource "null_resource" "great_expectations" {
  depends_on = [null_resource.dbt]
  provisioner "local-exec" {
    command    = "great_expectations checkpoint run nightly || echo 'expectations failed' >&2"
    on_failure = continue
  }
}

resource "null_resource" "notify" {
  depends_on = [null_resource.great_expectations]
  provisioner "local-exec" {
    interpreter = ["python3", "-c"]
    command     = <<-PY
      import json, urllib.request
      body = json.dumps({"text": "dbt ran in ${terraform.workspace}"}).encode()
      request = urllib.request.Request("${var.slack_webhook}", data=body, headers={"Content-Type": "application/json"})
      urllib.request.urlopen(request)
    PY
  }
}

variable "snowflake_password" {
  type = string
}

variable "account" {
  type = string
}

variable "slack_webhook" {
  type = string
}
