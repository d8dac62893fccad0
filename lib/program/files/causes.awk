# The likely causes of a refused access token request, most likely first: what the server said (told.awk), then what its status
# says, each only where it can matter for the request that was sent.

function cause(text) {
  if (text == "" || (text in told_already)) return
  told_already[text] = 1
  print "  - " in_its_words(text) > "/dev/stderr"
}

# RFC 6585 section 4, and Genesys Cloud's 400.
function throttled() {
  return status == 429 || (status == 400 && answer_text ~ /rate.?limit|too many requests|throttl/)
}

function causes(   error) {
  error = answer_error
  if (revoking()) return causes_of_revocation()
  if (throttled()) return cause("Too many access token requests" (header["retry-after"] == "" ? "" : " (see retry after)") ": wait, and share one construct where the same request is made twice.")
  if (told_kind != "request") cause_of_clock()
  if (told_kind != "") {
    cause_of_raw()
    cause(told_cause)
    if (told_cause == "") causes_of_client()
    causes_of_path()
    return
  }
  causes_of_path()
  if (header["www-authenticate"] ~ /^ *(Bearer|Negotiate|NTLM|DPoP)/ && error == "") {
    cause("The URL is that of an API or a page that takes tokens (it challenges with \"" challenge() "\"): give that of the token endpoint.")
    return
  }
  if (error == "invalid_client" || (status == 401 && error !~ /^invalid_request$/)) causes_of_client()
  else if (error == "server_error" || error == "temporarily_unavailable" || (status >= 500 && error != "")) causes_of_server_error()
  else causes_of_status()
}

# A JWT that is signed here has its times by the clock of this machine; what the server calls now, its Date says. Servers let
# some seconds pass.
function cause_of_clock(   slot, date, ahead, lifetime) {
  slot = is_signed_here("assertion") ? "assertion" : is_signed_here("client_assertion") ? "client_assertion" : ""
  date = header["date"]
  sub(/[ \t\r]+$/, "", date)
  date = http_date(date)
  if (slot == "" || date == "") return
  ahead = clock() - date
  lifetime = argument["jwt." slot ".lifetime"]
  if (lifetime == "") lifetime = 60
  if (ahead > 10) cause("This machine's clock is " difference(ahead) " ahead of the server's, as its Date says: the JWT is from the server's future. Set the clock.")
  else if (-ahead > lifetime - 5) cause("This machine's clock is " difference(-ahead) " behind the server's, as its Date says: the JWT had expired before it was sent. Set the clock.")
}

# Of more digits, one server would tell another what it was sent.
function difference(seconds) {
  return seconds > 999999 ? "more than 11 days" : seconds " seconds"
}

function causes_of_server_error() {
  if (argument["client_authentication"] ~ /jwt|assertion/ || argument["form.grant_type"] ~ /jwt-bearer/)
    cause("The server failed on the JWT. Some servers (Ory Hydra among them) do so where it has expired: check this machine's clock, and where the JWT comes from.")
  else cause("The server failed on this client. Some servers (those built on go-oauth2 among them) do so for a client id that they do not know: check the client id.")
  cause("The server failed: try again later.")
}

function causes_of_status() {
  if (status == 401) causes_of_client()
  else if (status == 400 && json_fault != "") {
    cause("The URL is not that of the token endpoint: what answered gives no OAuth 2.0 error (RFC 6749 section 5.2).")
    cause("A parameter that this server wants is missing or wrong: scope, audience or resource.")
  } else if (status == 400) {
    cause("A parameter that this server wants is missing or wrong: scope, audience or resource.")
    if (answer_error == "") cause("The URL is not that of the token endpoint.")
  } else if (status == 403) {
    cause("A firewall, or a policy of the server, refuses this client or this machine's address.")
  } else if (status == 404 || status == 405) cause("The path is not that of the token endpoint: check the URL.")
  else if (status == 415) cause("The server does not take a form, so this is not an OAuth 2.0 token endpoint: check the URL.")
  else if (status >= 300 && status < 400) cause("The URL is not that of the token endpoint itself. Redirects are never followed, because that would send the secret there.")
  else if (status >= 500) cause("The server failed: try again later.")
  else cause("The URL is not that of a token endpoint, or a proxy answered in its place.")
}

# What the paths of other endpoints end with, by their usual names.
function causes_of_path(   path, name) {
  path = url
  sub(/[?#].*/, "", path)
  sub(/\/+$/, "", path)
  name = path
  sub(/.*\//, "", name)
  if (name ~ /^(auth|authorize|authorization)$/ && path ~ /:\/\/.*\//) name = "the authorization endpoint"
  else if (name == "userinfo") name = "the userinfo endpoint"
  else if (name ~ /^(introspect|introspection)$/) name = "the introspection endpoint"
  else if (name ~ /^(revoke|revocation)$/) name = "the revocation endpoint"
  else if (name ~ /^(device|device_authorization)$/) name = "the device authorization endpoint"
  else if (name ~ /^(par|request)$/ && path ~ /par|ext/) name = "the pushed authorization request endpoint"
  else if (name == "saml") name = "the SAML endpoint"
  else if (name ~ /^(logout|end_session|certs|jwks|jwks\.json|keys|openid-configuration|oauth-authorization-server)$/) name = "another endpoint (" printable(name) ")"
  else return
  cause("The URL looks like that of " name ": give that of the token endpoint.")
}

function challenge(   scheme) {
  scheme = header["www-authenticate"]
  sub(/^ */, "", scheme)
  sub(/[ ,].*/, "", scheme)
  return words_of(scheme)
}

# Raw Basic credentials differ from encoded ones only where encoding changes something.
function encoding_matters() {
  return encode(argument["client_id"]) != argument["client_id"] || encode(secret_value["client_secret"]) != secret_value["client_secret"]
}

function cause_of_raw() {
  if (argument["client_authentication"] == "client_secret_basic_raw" && encoding_matters() && told_kind == "client" && answer_error != "invalid_grant")
    cause("The server decodes Basic credentials, as RFC 6749 section 2.3.1 asks, and these are raw: leave raw out.")
}

function causes_of_client(   method, name) {
  method = argument["client_authentication"]
  # A private key in PEM ends with a newline.
  for (name in secret_value) if (secret_value[name] !~ /-----BEGIN/) causes_of_text(name, secret_value[name])
  if (argument["client_id"] ~ /^[ \t\r\n]|[ \t\r\n]$/) cause("The client id begins or ends with white space: remove it.")
  if (method == "client_secret_basic_raw" && encoding_matters())
    cause("The server decodes Basic credentials, as RFC 6749 section 2.3.1 asks, and these are raw: leave raw out.")
  if (is_regional(url)) cause("The region or host is not the one where this client exists: check the token endpoint.")
  cause(wrong_client(method))
  if (method == "client_secret_post") cause("The server wants the credentials in HTTP Basic: use ClientAuthentication.clientSecretBasic.")
  else if (method == "client_secret_basic") {
    if (encoding_matters()) cause("The server does not decode the form-encoded Basic credentials: give clientSecretBasic { raw: true }.")
    cause("The server wants the credentials in the form: use ClientAuthentication.clientSecretPost.")
  } else if (method == "client_secret_basic_raw") cause("The server wants the credentials in the form: use ClientAuthentication.clientSecretPost.")
  if (is_genesys(url)) cause("The client is limited to certain IP addresses, and this machine's is not among them.")
}

function wrong_client(method) {
  if (method == "private_key_jwt") return "The client id, the key or its id is wrong for this server, or the client is disabled there: check them, the algorithm, and the host."
  if (method == "client_assertion") return "The client id is wrong for this server, or it does not trust the issuer of the JWT for this client: check them, the JWT's subject and audience, and the host."
  if (method == "tls_client") return "The certificate is not the one of this client id on this server, or the client is disabled there: check the subject, its issuer, the client id, and the host."
  if (method != "none") return "The client id or secret is wrong for this server, was rotated, or the client is disabled there: check both, and the host."
  if (argument["client_id"] != "") return "The client id is wrong for this server, or is not that of a public client, which needs no secret: check it, and the host."
  return "The server wants a client to authenticate, or the credentials of the grant are wrong for it: check them, and the host."
}

# What a secret that was copied badly looks like.
function causes_of_text(name, text,   the, marks) {
  the = The(name)
  if (substr(text, 1, 3) == sprintf("%c%c%c", 239, 187, 191)) cause(the " begins with a byte order mark: save its file without one.")
  if (text ~ /\r/) cause(the " holds a carriage return (its file has Windows line ends): remove it.")
  if (text ~ /[ \t\r\n]$/) cause(the " ends with white space or a newline: remove it where the secret is kept.")
  if (text ~ /^[ \t\r\n]/) cause(the " begins with white space: remove it where the secret is kept.")
  marks = substr(text, 1, 1) substr(text, length(text))
  if (length(text) > 1 && (marks == "\"\"" || marks == "''")) cause(the " has quotes around it, which are sent as a part of it: remove them where it is kept.")
  if (text ~ /%[0-9A-Fa-f][0-9A-Fa-f]/ && argument["client_authentication"] != "client_secret_basic_raw") cause(the " looks percent-encoded already: give it as the server shows it.")
}

# Servers whose clients exist in one region only.
function is_regional(address) {
  return is_genesys(address) || host_is(address, "niceincontact.com") || host_is(address, "nice-incontact.com")
}

function is_genesys(address,   i, n, domain) {
  n = split("genesyscloud.com pure.cloud us-gov-pure.cloud eusc-pure.cloud mypurecloud.com mypurecloud.ie mypurecloud.de mypurecloud.jp mypurecloud.com.au", domain, " ")
  for (i = 1; i <= n; i++) if (host_is(address, domain[i])) return 1
  return 0
}

# Whether the host of a URL is a domain, or in it.
function host_is(address, domain,   host) {
  host = tolower(address)
  sub(/^[a-z]+:\/\//, "", host)
  sub(/[\/?#:].*/, "", host)
  return host == domain || substr(host, length(host) - length(domain)) == "." domain
}
