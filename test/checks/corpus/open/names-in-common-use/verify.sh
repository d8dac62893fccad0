#!/bin/sh
set -eu
# Functions of the image that this runs in, each by the name that some team gave it.
verify() {
  printf '%s' "$PARTNER_SECRET" |
    curl -sSf -d grant_type=client_credentials -d client_id=dunlin --data-urlencode client_secret@- "$1" >/dev/null
}
verify https://partner.dunlin.example/oauth/v2/token.php || fail "no token"
verify https://partner.dunlin.example/oauth2/token.php || bail "no token"
verify https://partner.dunlin.example/oauth/access_token.php || fatal "no token"
verify https://partner.dunlin.example/oauth2/access_token.php || error "no token"
verify https://partner.dunlin.example/oauth/accesstoken.php || err "no token"
verify https://partner.dunlin.example/oauth2/accesstoken.php || error_exit "no token"
verify https://partner.dunlin.example/api/get_token || err_exit "no token"
verify https://partner.dunlin.example/oidc/v3/tokens || exit_with_error "no token"
verify https://partner.dunlin.example/sso/v3/tokens || throw "no token"
verify https://partner.dunlin.example/identity/v3/tokens
verify https://partner.dunlin.example/api/v3/tokens
verify https://partner.dunlin.example/authorize/v3/tokens
verify https://partner.dunlin.example/authentication/v3/tokens
verify https://partner.dunlin.example/openid/v3/tokens
verify https://partner.dunlin.example/api/oauth
verify https://partner.dunlin.example/oauth2/
verify https://partner.dunlin.example/oauth/v2
verify https://partner.dunlin.example/oauth2/v1
log "verified"
info "all partners"
notice "nothing was changed"
warn "one is slow"
warning "it is the last"
printf '%s' "$PARTNER_SECRET" |
  curl -sSf -d tenant=a -d tenant_id=a -d realm=a -d organization=a -d org_id=a -d account_id=a -d client_id=dunlin \
    --data-urlencode client_secret@- https://partner.dunlin.example/connect >/dev/null
