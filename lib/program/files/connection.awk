# What curl's exit status says of a request that got no answer. curl is that status, message is curl's own text, which differs
# from one TLS library to another, and verified is what OpenSSL's check of the certificate gave (0 where there was none).

function not_reached() {
  if (curl > 128) fail(23, "The access token request was ended by a signal before it was answered.")
  if (curl == 126 || curl == 127) fail(12, "The access token request was not made: curl cannot be started on the machine that runs Terraform. Install it there.")
  if (curl == 28) fail(22, "The token endpoint did not answer in time.")
  if (curl == 56 && message ~ /CONNECT/) fail(20, "The token endpoint was not reached: the proxy refused to connect to it.")
  if (curl == 5 || curl == 97) fail(20, "The token endpoint was not reached: the proxy was not found, or does not answer as one.")
  if (curl == 6) fail(20, "The token endpoint was not reached: no address was found for its host. Check the host's name, and how this machine looks names up.")
  if (curl == 7) fail(20, "The token endpoint was not reached: nothing there takes connections. Check the host, the port, the network and the proxy.")
  if (curl == 35 || curl == 51 || curl == 53 || curl == 54 || curl == 56 || curl == 58 || curl == 59 || curl == 60 || curl == 66 || curl == 77 || curl == 80 || curl == 83 || curl == 90 || curl == 91)
    if (curl != 56 || message ~ /alert|SSL|TLS|[Cc]ertificate/) fail(21, tls_fault())
  if (curl == 52 && tolower(url) ~ /^http:/) fail(23, "The connection to the token endpoint ended without an answer: where its port speaks TLS, the URL must begin with https://.")
  if (curl == 1 && message ~ /HTTP\/0\.9/) fail(23, "What answered at the token endpoint's host does not speak HTTP: check the host and the port.")
  if (curl == 1 || curl == 2 || curl == 3) fail(10, "curl refused the access token request (its exit status " curl "): check the token endpoint's URL and curl's version.")
  fail(23, "The connection to the token endpoint broke off (curl's exit status " curl ").")
}

function tls_fault(   text) {
  text = tolower(message)
  if (curl == 77) return "The file of certificate authorities cannot be read" (argument["tls.ca"] != "" ? " (" printable(argument["tls.ca"]) ")" : ENVIRON["CURL_CA_BUNDLE"] == "" ? "" : " (CURL_CA_BUNDLE is " printable(ENVIRON["CURL_CA_BUNDLE"]) ")") ": it is missing, or not in PEM."
  if (curl == 58) return "The client certificate or its private key cannot be used: check that the files are there, that they belong together, and the passphrase."
  if (curl == 59) return "The server and this machine's curl have no TLS cipher in common."
  if (verified == 10 || text ~ /has expired|certificate expired|certificate is expired/) return "The certificate of the token endpoint's host has expired: its operator must renew it. Check this machine's clock too."
  if (verified == 9 || text ~ /not yet (valid|activated)/) return "The certificate of the token endpoint's host is not valid yet: check this machine's clock."
  if (curl == 51 || text ~ /subject name|host ?name|does not match|no alternative certificate|name mismatch/) return "The certificate of the token endpoint's host is for another name: check the host in the URL."
  if (curl == 60 || curl == 83 || text ~ /self.signed|issuer|unknown ca/) return "The certificate of the token endpoint's host was not issued by an authority that this machine trusts. For a private certificate authority, give its file as caFile, or set CURL_CA_BUNDLE where Terraform runs."
  if (text ~ /wrong version number|unknown protocol|packet length|record layer|record overflow|plain ?text/) return "The token endpoint's port does not speak TLS: check the port, or whether a proxy answers there."
  if (text ~ /certificate required|bad certificate|handshake failure|certificate unknown/) return "The server ended the TLS handshake: it demands a client certificate (mutual TLS, RFC 8705), or refuses the one that was sent."
  if (text ~ /protocol version|unsupported protocol|no protocols available/) return "The server and this machine's curl have no TLS version in common."
  return "No trusted TLS connection to the token endpoint could be made. For a private certificate authority, give its file as caFile, or set CURL_CA_BUNDLE where Terraform runs."
}

# Which proxy curl took, by its own rules (https://curl.se/docs/manpage.html, ENVIRONMENT), without its credentials.
function say_proxy(   name, proxy) {
  if (argument["proxy"] != "") {
    say("  through the proxy " safe(argument["proxy"]))
    return
  }
  if (tolower(url) !~ /^https:/) return
  name = ENVIRON["https_proxy"] != "" ? "https_proxy" : ENVIRON["HTTPS_PROXY"] != "" ? "HTTPS_PROXY" : ENVIRON["all_proxy"] != "" ? "all_proxy" : ENVIRON["ALL_PROXY"] != "" ? "ALL_PROXY" : ""
  if (name == "" || has_no_proxy()) return
  proxy = ENVIRON[name] ""
  sub(/^[A-Za-z0-9]+:\/\//, "", proxy)
  # A password that was not encoded may hold any character: what comes after the last "@" is host and port.
  sub(/^.*@/, "", proxy)
  say("  through the proxy of " name ": " (proxy ~ /^[A-Za-z0-9.-]+(:[0-9]+)?\/?$/ ? safe(proxy) : "(withheld: it may hold credentials)"))
}

function has_no_proxy(   list, i, n, part, entry) {
  list = ENVIRON["no_proxy"] != "" ? ENVIRON["no_proxy"] "" : ENVIRON["NO_PROXY"] ""
  n = split(list, part, /[ ,]+/)
  for (i = 1; i <= n; i++) {
    entry = part[i]
    sub(/^\./, "", entry)
    if (entry == "*" || (entry != "" && host_is(url, tolower(entry)))) return 1
  }
  return 0
}

# curl repeats a proxy that it cannot use, with its credentials.
function without_proxy(text,   name) {
  if (index(text, "@")) return "(withheld: it may hold the credentials of a proxy)"
  for (name in ENVIRON)
    if (tolower(name) ~ /_proxy$/ && tolower(name) != "no_proxy" && (shares(text, ENVIRON[name] "", 8) || (text ~ /[Pp]roxy/ && text !~ /^(CONNECT tunnel failed, response|Received HTTP code) [0-9]+/)))
      return "(withheld: it may hold the credentials of a proxy)"
  return text
}
