# What curl's exit status says of a request that got no answer. curl is that status, message is curl's own.

function not_reached() {
  if (curl > 128) fail(23, "The access token request was ended by a signal before it was answered.")
  if (curl == 126 || curl == 127) fail(12, "The access token request was not made: curl cannot be started on the machine that runs Terraform. Install it there.")
  if (curl == 28) fail(22, "The token endpoint did not answer in time.")
  if (curl == 35 || curl == 51 || curl == 53 || curl == 54 || curl == 58 || curl == 59 || curl == 60 || curl == 66 || curl == 77 || curl == 80 || curl == 83 || curl == 90 || curl == 91)
    fail(21, "No trusted TLS connection to the token endpoint came about. For a private certificate authority, set CURL_CA_BUNDLE where Terraform runs.")
  if (curl == 56 && message ~ /CONNECT/) fail(20, "The token endpoint was not reached: the proxy that the environment names refused to connect to it.")
  if (curl == 5 || curl == 6 || curl == 7 || curl == 97) fail(20, "The token endpoint was not reached: check the host, the network and the proxy.")
  if (curl == 1 && message ~ /HTTP\/0\.9/) fail(23, "What answered at the token endpoint's host does not speak HTTP: check the host and the port.")
  if (curl == 1 || curl == 2 || curl == 3) fail(10, "curl refused the access token request (its exit status " curl "): check the token endpoint's URL and curl's version.")
  fail(23, "The connection to the token endpoint broke off (curl's exit status " curl ").")
}

# curl repeats a proxy that it cannot use, with its credentials.
function without_proxy(text,   name) {
  if (index(text, "@")) return "(withheld: it may hold the credentials of a proxy)"
  for (name in ENVIRON)
    if (tolower(name) ~ /_proxy$/ && tolower(name) != "no_proxy" && (shares(text, ENVIRON[name] "", 8) || (text ~ /[Pp]roxy/ && text !~ /^(CONNECT tunnel failed, response|Received HTTP code) [0-9]+/)))
      return "(withheld: it may hold the credentials of a proxy)"
  return text
}
