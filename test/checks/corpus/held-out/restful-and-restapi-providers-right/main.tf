terraform {
  required_providers {
    restful = {
      source  = "magodo/restful"
      version = "~> 0.16"
    }
    restapi = {
      source  = "Mastercard/restapi"
      version = "~> 1.19"
    }
  }
}

provider "restful" {
  base_url = "https://api.spruce.example"

  security = {
    oauth2 = {
      client_credentials = {
        token_url     = "https://login.spruce.example/oauth2/token"
        client_id     = var.client_id
        client_secret = var.client_secret
        scopes        = ["inventory.write"]
        in            = "header"
      }
    }
  }

  client = {
    retry = {
      status_codes = [429, 503]
      count        = 3
    }
  }
}

provider "restapi" {
  alias                = "legacy"
  uri                  = "https://legacy.spruce.example"
  write_returns_object = true
  headers = {
    "X-Api-Key"    = var.legacy_key
    "Content-Type" = "application/json"
  }
}

resource "restful_resource" "warehouse" {
  path          = "/warehouses"
  read_path     = "$(path)/$(body.id)"
  update_method = "PATCH"
  body = {
    name    = "north"
    address = { city = "Trondheim", country = "NO" }
  }
}

resource "restful_operation" "reindex" {
  path   = "/search/reindex"
  method = "POST"
  body = {
    warehouse = restful_resource.warehouse.output.id
  }
  poll = {
    status_locator    = "body.state"
    url_locator       = "header.Location"
    default_delay_sec = 5
    status = {
      success = "done"
      pending = ["queued", "running"]
    }
  }
}

resource "restapi_object" "alias" {
  provider = restapi.legacy
  path     = "/aliases"
  data     = jsonencode({ id = "north", target = restful_resource.warehouse.output.id })
}
