# The likely causes of a refused access token request, most likely first, for just the answer that came.

function cause(text) {
  print "  - " text > "/dev/stderr"
}

function throttled(text) {
  return status == 429 || (status == 400 && tolower(text) ~ /rate.?limit|too many requests|throttl/)
}

function causes_of_refused_client(   method) {
  method = argument["client_authentication"]
  if (secret_value["client_secret"] ~ /[ \t\r\n]$/) cause("The client secret ends with white space or a newline: remove it where the secret is kept.")
  if (secret_value["client_secret"] ~ /%[0-9A-Fa-f][0-9A-Fa-f]/) cause("The client secret looks percent-encoded already: give it as the server shows it.")
  if (url ~ /genesyscloud|pure\.cloud|mypurecloud|cxone|nice/) cause("The region or host is not the one where this client exists: check the token endpoint.")
  else cause("The client id or secret is not one of this server, or was rotated: check both, and the host.")
  if (method == "client_secret_post") cause("The server wants the credentials in HTTP Basic: use ClientAuthentication.clientSecretBasic.")
  else if (method == "client_secret_basic") cause("The server does not decode the form-encoded Basic credentials (give clientSecretBasic { raw: true }), or wants them in the body: use ClientAuthentication.clientSecretPost.")
  else cause("The server wants the Basic credentials form-encoded, or in the body: use ClientAuthentication.clientSecretPost.")
}

function causes_of_status(error, text) {
  if (throttled(text)) {
    cause("Too many access token requests: wait, and share one construct where the same request is made twice.")
  } else if (status == 401 || error == "invalid_client") causes_of_refused_client()
  else if (error == "invalid_scope") cause("A scope is misspelt, or not granted to this client: " printable(argument["form.scope"] == "" ? "none was requested" : argument["form.scope"]))
  else if (error == "unauthorized_client" || error == "unsupported_grant_type") cause("The grant " printable(argument["form.grant_type"]) " is not enabled for this client on the server.")
  else if (status == 400) cause("A parameter that this server wants is missing or wrong: scope, audience or resource.")
  else if (status == 403) cause("A firewall or a policy of the server refuses this client or this machine's address.")
  else if (status == 404 || status == 405) cause("The path is not that of the token endpoint: check the URL.")
  else if (status == 415) cause("The server takes no form-encoded request, so it is no OAuth 2.0 token endpoint: check the URL.")
  else if (status >= 300 && status < 400) cause("The URL is not that of the token endpoint itself. Redirects are never followed, because that would send the secret there.")
  else if (status >= 500) cause("The server failed: try again later.")
  else cause("The URL is not that of a token endpoint, or a proxy answered in its place.")
}
