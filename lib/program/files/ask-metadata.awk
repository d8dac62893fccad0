# Asks for an issuer's metadata, as a curl configuration on standard error: with place=1 where OpenID Connect Discovery 1.0 section 4
# has it, with place=2 where RFC 8414 section 3.1 has it.

BEGIN {
  read_arguments()
  open_attempts()
  ARGC = 1
  issuer = argument["issuer"]
  if (issuer_fault(issuer) != "") exit
  # The key of a secret, and a passphrase, are for the token endpoint.
  if (argument["tls.key"] == "" || (" " slots " ") ~ / tls_key_passphrase /) argument["tls.certificate"] = ""
  tls_options()
  left = (argument["timeout"] == "" ? 30 : argument["timeout"]) - spent(clock())
  if (refused || left < 1) exit
  option("header", "Accept: application/json")
  option("user-agent", "cdktf-oauth2-token")
  option("connect-timeout", argument["connect_timeout"] == "" ? 10 : argument["connect_timeout"])
  option("max-time", left)
  option("include", "")
  option("write-out", "\nhttp %{http_code}\n")
  write_configuration(metadata_url(issuer, place))
}

# The request builder finds the same, and says so.
function refuse(code, text) {
  refused = code
}

function metadata_url(issuer, place,   origin, path) {
  sub(/\/$/, "", issuer)
  if (place == 1) return issuer "/.well-known/openid-configuration"
  match(issuer, /^[A-Za-z]+:\/\/[^\/]*/)
  return substr(issuer, 1, RLENGTH) "/.well-known/oauth-authorization-server" substr(issuer, RLENGTH + 1)
}
