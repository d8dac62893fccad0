#!/bin/sh
set -eu
verify() {
  printf '%s' "$PARTNER_SECRET" |
    curl -sSf -d grant_type=client_credentials -d client_id=dunlin --data-urlencode client_secret@- "$1" >/dev/null
}
verify https://partner.dunlin.example/oauth/v2/token.php
verify https://partner.dunlin.example/oauth2/token.php
verify https://partner.dunlin.example/oauth/access_token.php
verify https://partner.dunlin.example/oauth2/access_token.php
verify https://partner.dunlin.example/oauth/accesstoken.php
verify https://partner.dunlin.example/oauth2/accesstoken.php
verify https://partner.dunlin.example/api/get_token
verify https://partner.dunlin.example/oidc/v3/tokens
verify https://partner.dunlin.example/sso/v3/tokens
verify https://partner.dunlin.example/identity/v3/tokens
verify https://partner.dunlin.example/api/v3/tokens
verify https://partner.dunlin.example/authorize/v3/tokens
verify https://partner.dunlin.example/authentication/v3/tokens
verify https://partner.dunlin.example/openid/v3/tokens
verify https://partner.dunlin.example/api/oauth
verify https://partner.dunlin.example/oauth2/
verify https://partner.dunlin.example/oauth/v2
verify https://partner.dunlin.example/oauth2/v1
