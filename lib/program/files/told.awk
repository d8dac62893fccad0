# What servers are known to say when they refuse a request, and what is behind it. Servers choose the status as they like, so
# their words count first.

# One row: the error (a regular expression, as are the others), what the description says in small letters, what kind of
# refusal that makes it, and the cause. The first row that fits counts.
function row(error, words, kind, text) {
  if (told_kind != "" || answer_error !~ ("^(" error ")$") || (words != "" && answer_text !~ words)) return
  told_kind = kind
  told_cause = text
}

# Kinds: "client" (exit status 31) is who asks, "request" (32) what is asked for, "server" (34) the server itself.
function judge_words(   grant) {
  grant = argument["form.grant_type"]
  # Some awks search a long text for minutes.
  answer_error = substr(text_of("error"), 1, 2000)
  answer_text = tolower(answer_error " " substr(description(), 1, 2000))
  told_kind = told_cause = ""

  # Keycloak, for a client whose method is another one.
  row(".*", "client_assertion|signed jwt|jti_known|'jti'|jti was used|token reuse", "client", signed_jwt())
  # Ory Hydra: "The OAuth 2.0 Client supports client authentication method 'none', but method 'client_secret_post' was requested."
  row(".*", "supports client authentication method '[a-z_]+', but", "client", other_method())
  row("invalid_dpop_proof|use_dpop_nonce", "", "client", dpop())
  row(".*", "dpop", "client", dpop())
  row(".*", "certificat|mtls|mutual.tls", "client", certificate_refused())
  # Keycloak, for a client that is known by its certificate.
  row("invalid_client", "missing client_id parameter", "client", "The server reads the client id from the form only, as it does for a client that is known by its certificate: use ClientAuthentication.clientSecretPost, or tlsClient.")
  row(".*", "https required", "request", "The server takes the request for one by plain http: where TLS ends before it, its operator must let it trust the proxy's headers (X-Forwarded-Proto), or else give the https:// URL.")
  row(".*", "realm (not enabled|disabled|is disabled)", "request", "The realm is disabled on the server.")
  row(".*", "public client", "client", "This client is public on the server, and a public client has no grant " printable(grant) ": make it confidential there, or use another client.")
  row(".*", "not enabled to retrieve service account", "request", grant_not_enabled(" In Keycloak this is \"Service accounts roles\"."))
  row(".*", "(user|account|client)( '[^']*')?( is)? (disabled|locked|inactive)", "client", "The client, or the user that it acts for, is disabled on the server.")
  row(".*", "not fully set up|password (is )?expired|must change", "client", "The user has something to do before it can be used, such as to set a new password: let it log in once, and do so.")
  row(".*", "credentials.*(could not|cannot) be decoded|could not be decoded|unexpected error when authenticating client", "client", undecodable())
  # DocuSign, and Salesforce.
  row("consent_required", "", "client", consent())
  row("invalid_grant|invalid_app_access", "approved", "client", consent())
  # Box.
  row("unauthorized_client", "authorized by the enterprise admin", "client", "An administrator has to authorize this client on the server first.")
  # Google.
  row("unauthorized_client", "scopes requested", "request", "The client may not ask for these scopes, or not for this user (Google: domain-wide delegation): " (scope_asked() == "" ? "none was requested" : printable(scope_asked())) ".")
  # Salesforce.
  row("invalid_grant", "no client credentials user", "client", "The client has no user to act as: name one on the server (Salesforce: \"Run As\" in the app's policy).")
  row("invalid_grant", "not supported on this domain", "request", "The grant works at the organization's own host only: give its token endpoint (Salesforce: My Domain).")
  row("invalid_client_id", "", "client", "The server knows no client of this id: check the client id, or the issuer of the JWT, and the host.")
  # ServiceNow.
  row("server_error", "^server_error access_denied$", "client", "The client id or secret is wrong, or the client may not use this grant: in ServiceNow, check that the grant is switched on, and that the client has an OAuth application user.")
  # Microsoft Entra ID.
  row(".*", "not the client secret id", "client", "The client secret is wrong for this server: check that it is the secret's value, and not its id.")
  row("invalid_client", "secret.* expired", "client", "The client secret has expired: make a new one on the server.")
  row(".*", "was not found in the directory", "client", "The client does not exist in this tenant: check the client id, and the tenant in the URL.")
  row(".*", "tenant .*not found", "request", "The tenant in the URL does not exist: check the URL.")
  # Auth0.
  row("access_denied", "service not (enabled|found)", "request", wrong_parameter("audience", "names no API of this server"))
  row("access_denied|unauthorized_client", "client-grant|not authorized to access", "request", wrong_parameter("audience", "is that of an API for which the client is not authorized: allow it on the server"))
  # VMware Cloud and IBM Cloud give no OAuth 2.0 error.
  row("", "invalid_grant|refresh token", "client", invalid_grant(grant))
  row("", "api key", "client", "The API key is wrong for this server, was deleted, or is locked.")
  # What answers where no endpoint is.
  row("HTTP [0-9][0-9][0-9].*", "", "request", "The URL is not that of the token endpoint: what answered gives no OAuth 2.0 error (RFC 6749 section 5.2).")

  row("unsupported_grant_type", "", "request", grant_not_enabled(""))
  row("invalid_client", "audience not found", "request", wrong_parameter("audience", "names no client of this server"))
  row("unauthorized_client", "credential|secret|authenticat", "client", "")
  row("unauthorized_client", "", "request", grant_not_enabled(""))
  row("access_denied", "exchange|audience", "request", "The client may not exchange this token, or not for this audience: allow it on the server.")
  row("invalid_grant", "", "client", invalid_grant(grant))
  row("invalid_target", "", "request", wrong_parameter("resource", "names no protected resource that this client may ask for"))
  row("invalid_scope", "", "request", "A scope is misspelt, or not granted to this client: " (scope_asked() == "" ? "none was requested, and the server has no default" : printable(scope_asked())) ".")
  row("invalid_request|access_denied", "audience", "request", wrong_parameter("audience", "is missing, misspelt, or not allowed for this client"))
  row("invalid_request", "token not provided", "request", "The URL is that of the introspection or revocation endpoint: give that of the token endpoint.")
  row("invalid_request|unauthorized_client", "device", "request", "The URL is that of the device authorization endpoint: give that of the token endpoint.")
  row("invalid_request|unknown_error", "missing (form )?parameter|is missing|required|was not provided|not be empty", "request", "A parameter that this server wants is missing: " (answer_text ~ /grant_type|not be empty/ ? "the server did not understand the form, so the URL may not be that of the token endpoint." : "see its description above."))
}

function certificate_refused() {
  return argument["tls.certificate"] == "" ? "The server wants a client certificate (mutual TLS, RFC 8705) of this client: use ClientAuthentication.tlsClient, or give the request a certificate." : "The server does not take the client certificate for this client: check its subject, issuer and expiry, and what the server knows of the client. A proxy that ends TLS before the server must hand the certificate on."
}

function consent() {
  return "The user has not agreed to this client, or not to all of its scopes: let the user do so once, or an administrator for the user."
}

function grant_not_enabled(more) {
  return "The grant " printable(argument["form.grant_type"]) " is not enabled for this client on the server." more
}

function dpop() {
  return "The server wants tokens of this client bound by DPoP (RFC 9449), which this library does not offer: switch it off for this client on the server."
}

function wrong_parameter(name, what,   value) {
  value = argument["form." name]
  return "The " name " " (value == "" ? "" : "\"" printable(value) "\" ") what (value == "" ? ": none was sent." : ".")
}

function other_method(   text, method) {
  text = answer_text
  sub(/.*supports client authentication method '/, "", text)
  method = text
  sub(/'.*/, "", method)
  return "The server wants " method_in_words(method) " of this client" (factory_of(method) == "" ? "." : ": use " factory_of(method) ".")
}

function invalid_grant(grant) {
  if (grant == "password") return "The username or the password is wrong, or the user is disabled."
  if (grant == "refresh_token" || (grant == "" && ("form_secret.refresh_token" in argument))) return "The refresh token has expired, was revoked, was used before on a server that rotates it, or is another client's."
  if (grant ~ /jwt-bearer$/ && jwt_refused() != "") return jwt_refused()
  if (grant ~ /jwt-bearer$/) return "The assertion was refused: check its issuer, subject, audience (most servers want the token endpoint's URL) and lifetime, and that the server trusts its key."
  if (grant ~ /token-exchange$/) return "The subject token has expired, or is not one that this server exchanges."
  return "The credentials of the grant " printable(grant) " are wrong, or have expired."
}

function undecodable() {
  return argument["client_authentication"] == "client_secret_basic_raw" ? "" : "The server could not decode the Basic credentials: use ClientAuthentication.clientSecretPost."
}
