# How a text names what the arguments say.

# Whether this is the revocation of a token, and no access token request.
function revoking() {
  return argument["output"] == "revoke"
}

function factory_of(method) {
  if (method == "client_secret_post") return "ClientAuthentication.clientSecretPost"
  if (method == "client_secret_basic") return "ClientAuthentication.clientSecretBasic"
  if (method == "private_key_jwt") return "ClientAuthentication.privateKeyJwt"
  if (method == "client_secret_jwt") return "ClientAuthentication.clientSecretJwt"
  if (method == "none") return "ClientAuthentication.none"
  if (method ~ /tls_client(_auth)?$/) return "ClientAuthentication.tlsClient"
  return ""
}

function method_in_words(method) {
  if (method == "client_secret_post") return "client_secret_post (id and secret in the form)"
  if (method == "client_secret_basic") return "client_secret_basic (HTTP Basic)"
  if (method == "client_secret_basic_raw") return "client_secret_basic (HTTP Basic, raw)"
  return printable(method)
}

# How a text names a secret.
function noun(name) {
  gsub(/_/, " ", name)
  return "the " name
}

function The(name) {
  return "The" substr(noun(name), 4)
}

# Where a secret comes from.
function source_of(name) {
  if (((name ".environment") in argument) && argument[name ".environment"] != "") return "the environment variable " argument[name ".environment"]
  if ((name ".file") in argument) return "the file " argument[name ".file"]
  if ((name ".command") in argument) return "the command " first_argument(name ".command")
  if ((name ".variable") in argument) return "the Terraform variable " argument[name ".variable"]
  return argument[name ".source"] == "stdin" ? "standard input" : "Terraform"
}

# The command itself: its own arguments come after it.
function first_argument(name,   i) {
  for (i = 1; i in ARGV; i++) if (index(ARGV[i], name "=") == 1) return decode(substr(ARGV[i], length(name) + 2))
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
