# Builds the access token request and writes it as a curl configuration, to a pipe that only curl reads.

BEGIN {
  read_arguments()
  url = argument["token_endpoint"]
  fault = endpoint_fault(url)
  if (fault != "")
    refuse(10, "The access token request was not made: " fault ".\n  token endpoint: " shown(without_credentials(url)) "\n  Give the https:// URL of the server's token endpoint, without user information or fragment.")
  if (argument["minimum_lifetime"] !~ /^([0-9]+(\.[0-9]+)?)?$/)
    refuse(10, "The access token request was not made: minimumLifetimeSeconds is no number of seconds: " shown(argument["minimum_lifetime"]) ".")
  check_seconds("connect_timeout", "connectTimeoutSeconds")
  check_seconds("timeout", "timeoutSeconds")
  if (argument["client_authentication"] == "client_secret_basic_raw" && index(argument["client_id"], ":"))
    refuse(10, "The access token request was not made: the client id has a \":\", which ends the id in raw Basic credentials.\n  Leave raw out, or use ClientAuthentication.clientSecretPost.")
  source = argument["client_secret.source"]
  ARGC = 1
}

$0 == "too large" { too_large = 1; next }
/^status=/ { status = substr($0, 8) + 0; next }
/^client_secret=/ { client_secret = decode(substr($0, 15)); next }

END {
  if (refused) exit refused
  if (too_large) refuse(11, "The client secret is too large: the file or the command's output has more than 65536 bytes.\n  Check that it is the one that holds the client secret.")
  name = argument["client_secret.environment"]
  if (name != "") {
    client_secret = ENVIRON[name] ""
    if (client_secret == "") refuse(11, "The client secret is missing: the environment variable " name " is not set, or empty, where Terraform runs.\n  Set it there, for this run.")
  } else if ("client_secret.file" in argument) {
    if (status != 0) refuse(11, "The client secret is missing: the file " shown(argument["client_secret.file"]) " cannot be read where Terraform runs.\n  Check that it exists there and may be read by the user that runs Terraform.")
  } else if ("client_secret.command" in argument) {
    if (status != 0) refuse(11, "The client secret is missing: its command ended with exit status " status ".\n  Run it by hand where Terraform runs.")
  } else if (source != "stdin") {
    client_secret = decode(ENVIRON["ACCESS_TOKEN_REQUEST_CLIENT_SECRET"] "")
  }
  if (client_secret == "") refuse(11, "The client secret is empty.\n  Give it a value where it comes from: a variable, the environment, a file or a command.")
  write_request()
}

# What is synthesized is checked there; a reference is known only here. curl takes 0 for no limit.
function check_seconds(name, prop,   seconds) {
  if (!(name in argument)) return
  seconds = argument[name]
  if (seconds !~ /^[1-9][0-9]?[0-9]?[0-9]?$/ || seconds + 0 > 3600)
    refuse(10, "The access token request was not made: " prop " is " shown(seconds) ". Allowed: whole seconds from 1 to 3600.")
}

function write_request(   body, i, id, pair) {
  id = argument["client_id"]
  body = ""
  for (i = 1; i <= form_count; i++) body = body (i > 1 ? "&" : "") form_name[i] "=" form_value[i]
  if (argument["client_authentication"] == "client_secret_post")
    body = body "&client_id=" encode(id) "&client_secret=" encode(client_secret)
  else {
    # RFC 6749 section 2.3.1 form-encodes both halves; servers that do not decode take them raw.
    pair = (argument["client_authentication"] == "client_secret_basic_raw") ? id ":" client_secret : encode(id) ":" encode(client_secret)
    option("user", pair)
  }
  option("url", url)
  option("data", body)
  option("header", "Content-Type: application/x-www-form-urlencoded")
  option("header", "Accept: application/json")
  # curl would wait for a "100 Continue" that not every server sends.
  option("header", "Expect:")
  option("user-agent", "cdktf-oauth2-token")
  if (tolower(url) ~ /^http:/) {
    option("proto", "=http")
    # A proxy would see the secret.
    option("noproxy", "*")
  } else option("proto", "=https")
  option("connect-timeout", argument["connect_timeout"] == "" ? "10" : argument["connect_timeout"])
  option("max-time", argument["timeout"] == "" ? "30" : argument["timeout"])
  # For the reader of the answer, which must know what it may not print.
  pair = encode(client_secret)
  gsub(/%/, "%%", pair)
  option("write-out", "\n%{http_code} %{redirect_url}\n%{errormsg}\n" pair)
}

# A quoted value of a curl configuration.
function option(name, value,   i, c, out) {
  out = ""
  for (i = 1; i <= length(value); i++) {
    c = substr(value, i, 1)
    if (c == "\\" || c == "\"") c = "\\" c
    else if (c == "\n") c = "\\n"
    else if (c == "\r") c = "\\r"
    else if (c == "\t") c = "\\t"
    else if (c == "\v") c = "\\v"
    out = out c
  }
  print name " = \"" out "\""
}

function refuse(code, text) {
  print text | "cat >&2"
  close("cat >&2")
  refused = code
  exit code
}

# A refused URL may be refused for the credentials in it.
function without_credentials(url) {
  sub(/\/\/[^?#]*@/, "//...@", url)
  sub(/\?.*/, "?...", url)
  return url
}

function shown(text) {
  # User information before a host may be a password.
  sub(/:\/\/[^\/?#]*@/, "://(withheld)@", text)
  gsub(/[^ -~]/, "?", text)
  return substr(text, 1, 300)
}
