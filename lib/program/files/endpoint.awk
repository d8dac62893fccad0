# The rule for a token endpoint (RFC 6749 sections 2.3.1 and 3.2: TLS, no fragment, no credentials), which lib/program/endpoint.ts
# applies to what is known at synthesis. Returns what is wrong with a URL, or "".

function endpoint_fault(url,   rest, authority, host) {
  if (url ~ /[^!-~]/ || url ~ /["\\<>^`{|}]/) return "it has a character that no URL may have"
  if (url !~ /^[Hh][Tt][Tt][Pp][Ss]?:\/\//) return "it is not an https:// URL"
  if (index(url, "#")) return "it has a fragment (#)"
  if (tolower(url) ~ /[?&](client_secret|client_assertion|password|refresh_token)=/) return "it has credentials in its query"
  rest = substr(url, index(url, "://") + 3)
  authority = rest
  if (match(authority, /[\/?]/)) authority = substr(authority, 1, RSTART - 1)
  if (index(authority, "@")) return "it has user information before the host (user@host)"
  host = tolower(authority)
  sub(/:[0-9]*$/, "", host)
  if (host == "") return "it has no host"
  if (tolower(url) ~ /^http:/ && !loopback(host)) return "plain http is allowed on a loopback host only; use https"
  return ""
}

# RFC 8414 section 2: an issuer has neither query nor fragment.
function issuer_fault(url) {
  return index(url, "?") ? "it has a query" : endpoint_fault(url)
}

function loopback(host) {
  return host == "localhost" || host == "[::1]" || host ~ /^127\.[0-9]+\.[0-9]+\.[0-9]+$/
}
