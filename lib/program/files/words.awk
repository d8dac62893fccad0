# How a text names what the arguments say, and how anything is printed.

function factory_of(method) {
  if (method == "client_secret_post") return "ClientAuthentication.clientSecretPost"
  if (method == "client_secret_basic") return "ClientAuthentication.clientSecretBasic"
  if (method == "private_key_jwt") return "ClientAuthentication.privateKeyJwt"
  if (method == "client_secret_jwt") return "ClientAuthentication.clientSecretJwt"
  if (method == "none") return "ClientAuthentication.none"
  if (method ~ /tls_client_auth$/) return "ClientAuthentication.tlsClient"
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
  if ((name ".environment") in argument) return "the environment variable " argument[name ".environment"]
  if ((name ".file") in argument) return "the file " argument[name ".file"]
  if ((name ".command") in argument) return "a command"
  return argument[name ".source"] == "stdin" ? "standard input" : "Terraform"
}

# Without control characters, and cut.
function printable(text) {
  gsub(/[\t\r\n]/, " ", text)
  gsub(/[^ -~]/, "?", text)
  return (length(text) > 400) ? substr(text, 1, 400) "..." : text
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
