# Builds the access token request: statements for the judge, then the request as a curl configuration.

BEGIN {
  read_arguments()
  revokes = "revocation_endpoint" in argument
  open_statements()
  open_attempts()
  url = argument["token_endpoint"]
  if (argument["issuer"] == "") refuse_endpoint()
  else refuse_issuer()
  if (argument["revocation_endpoint"] == "discovered" && argument["issuer"] == "")
    refuse(10, "The access token request was not made: the revocation endpoint is to be found by the issuer, and a token endpoint is given in place of one.\n  Use TokenEndpoint.fromIssuer, or give the revocation endpoint's URL by TokenRevocation.at.")
  finds_revocation = argument["revocation_endpoint"] == "discovered"
  if (!finds_revocation) refuse_revocation_endpoint()
  if (argument["minimum_lifetime"] !~ /^([0-9]+(\.[0-9]+)?)?$/)
    refuse(10, "The access token request was not made: minimumLifetimeSeconds is not a number of seconds: " shown(argument["minimum_lifetime"]) ".")
  connect_timeout = seconds_argument("connect_timeout", "connectTimeoutSeconds", 10)
  timeout = seconds_argument("timeout", "timeoutSeconds", 30)
  read_slots()
  read_jwts()
  ARGC = 1
}

{ take_secret($0) }

END {
  # What was found out says so otherwise.
  if (!refused && !late && url == "") refuse(50, "The access token request was not made: the issuer's metadata were not read to their end.")
  if (!refused && argument["issuer"] != "") refuse_endpoint()
  if (!refused && finds_revocation && argument["revocation_endpoint"] == "discovered") refuse(50, "The access token request was not made: the issuer's metadata were not read to their end.")
  if (!refused) refuse_revocation_endpoint()
  if (revoking()) url = argument["revocation_endpoint"]
  if (!refused) resolve_secrets()
  if (!refused) build()
  if (again != "") state_further_attempt()
  exit refused
}

# What was read of standard input is stated too, because it can be read once.
function state_further_attempt(   name) {
  for (name in given_value) if (argument[name ".source"] == "stdin") state("keep " name " " encode(given_value[name]))
  state("again " again)
}

function refuse_endpoint(   fault) {
  fault = endpoint_fault(url)
  if (fault != "")
    refuse(10, "The access token request was not made: " fault ".\n  token endpoint: " shown(without_credentials(url)) "\n  Give the https:// URL of the server's token endpoint, without user information or fragment.")
}

function refuse_revocation_endpoint(   given, fault) {
  if (!revokes) return
  given = argument["revocation_endpoint"]
  fault = endpoint_fault(given)
  if (fault != "")
    refuse(10, "The access token request was not made, because its token could not be revoked: " fault ".\n  revocation endpoint: " shown(without_credentials(given)) "\n  Give the https:// URL of the server's revocation endpoint, without user information or fragment.")
}

function refuse_issuer(   fault) {
  fault = (url != "") ? "a token endpoint is given too" : issuer_fault(argument["issuer"])
  if (fault != "")
    refuse(10, "The access token request was not made: " fault ".\n  issuer: " shown(without_credentials(argument["issuer"])) "\n  Give the https:// URL of the issuer, without user information, query or fragment.")
}

# What is synthesized is checked there; a reference is known only here. curl takes 0 for no limit.
function seconds_argument(name, prop, otherwise,   seconds) {
  if (!(name in argument)) return otherwise
  seconds = argument[name]
  if (seconds !~ /^[1-9][0-9]?[0-9]?[0-9]?$/ || seconds + 0 > 3600)
    refuse(10, "The access token request was not made: " prop " is " shown(seconds) ". Allowed: whole seconds from 1 to 3600.")
  return seconds
}

function build(   now, left) {
  now = clock()
  if (now !~ /^[0-9]+(\.[0-9]+)?$/ || now < 1000000000 || now > 253402300799)
    refuse(12, "The access token request was not made: the clock of this machine, or its awk, gives no time that can be: " shown(now) ".")
  # One deadline for all attempts.
  left = timeout - spent(now)
  if (left < 1) refuse(13, "")
  body = ""
  add_parameters()
  authenticate()
  # Without a grant type there may be no parameter before the client's.
  sub(/^&/, "", body)
  option("data", body)
  option("header", "Content-Type: application/x-www-form-urlencoded")
  option("header", "Accept: application/json")
  add_headers()
  if (argument["http_version"] == "1.1") configuration = configuration "http1.1\n"
  # curl would wait for a "100 Continue" that not every server sends.
  option("header", "Expect:")
  option("user-agent", "cdktf-oauth2-token")
  # The header fields of the answer, before its body: no option of an old curl writes single ones.
  option("include", "")
  tls_options()
  option("connect-timeout", connect_timeout)
  option("max-time", left)
  option("write-out", "\n" nonce " http %{http_code} %{ssl_verify_result}\n" nonce " redirect %{redirect_url}\n" nonce " message %{errormsg}")
  if (refused) return
  if (argument["issuer"] != "") {
    state("endpoint " encode(url))
    if (finds_revocation) state("revocation " encode(argument["revocation_endpoint"]))
  }
  state("time " int(now))
  state_secrets()
  state("built")
  fflush()
  write_configuration(url)
}

function state_secrets(   i) {
  for (i = 1; i <= slots; i++) state("secret " slot[i] " " encode(secret_value[slot[i]]))
}

function add_parameters(   i, name) {
  for (i = 1; i <= form_count; i++) {
    name = form_value[i]
    body = body (i > 1 ? "&" : "") form_name[i] "=" (form_secret[i] ? encode(own_secret(name)) : name)
  }
}
