# Client authentication at the token endpoint (RFC 6749 section 2.3), a function for each method: it adds to the body or gives
# curl an option.

function authenticate(   method) {
  method = argument["client_authentication"]
  if (method == "client_secret_post") client_secret_post()
  else if (method == "client_secret_basic") client_secret_basic()
  else if (method == "client_secret_basic_raw") client_secret_basic_raw()
  else if (method == "client_assertion" || method == "private_key_jwt" || method == "client_secret_jwt") client_assertion()
  else if (method == "tls_client") tls_client()
  else if (method == "none") none()
  else refuse(10, "The access token request was not made: the client authentication " shown(method) " is not one that this program knows.")
}

function client_secret_post() {
  body = body "&client_id=" encode(argument["client_id"]) "&client_secret=" encode(own_secret("client_secret"))
}

# RFC 6749 section 2.3.1 form-encodes both halves. Some servers percent-decode them only, so a space is no "+".
function client_secret_basic(   pair) {
  pair = encode(argument["client_id"]) ":" encode(own_secret("client_secret"))
  gsub(/\+/, "%20", pair)
  option("user", pair)
}

# Servers that do not decode take them raw.
function client_secret_basic_raw() {
  if (index(argument["client_id"], ":"))
    refuse(10, "The access token request was not made: the client id has a \":\", which ends the id in raw Basic credentials.\n  Leave raw out, or use ClientAuthentication.clientSecretPost.")
  option("user", argument["client_id"] ":" own_secret("client_secret"))
}

# RFC 7523 section 2.2: what a workload identity has signed, or sign.awk.
function client_assertion() {
  body = body "&client_id=" encode(argument["client_id"]) "&client_assertion_type=" encode("urn:ietf:params:oauth:client-assertion-type:jwt-bearer") "&client_assertion=" encode(own_secret("client_assertion"))
}

# RFC 8705 section 2: the certificate of the TLS handshake says who asks, and the client id whom to compare it with.
function tls_client() {
  if (argument["tls.certificate"] == "") refuse(10, "The access token request was not made: the client has no certificate to authenticate with.")
  body = body "&client_id=" encode(argument["client_id"])
}

# RFC 6749 section 3.2.1: a public client says who it is. With a JWT as grant there may be no client at all.
function none() {
  if (argument["client_id"] != "") body = body "&client_id=" encode(argument["client_id"])
}

# The secret of a slot that what is asked for cannot do without.
function own_secret(name) {
  if (!(name in is_slot)) refuse(10, "The access token request was not made: it needs " noun(name) ", which no argument declares.")
  return secret_value[name]
}
