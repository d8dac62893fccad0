# Judges what came back (RFC 6749 sections 5.1 and 5.2), prints what the caller wants, and chooses the exit status.
# Its input: the time; the status of the request builder; the body; then, each a line, what curl's write-out gave (the HTTP status
# and redirect target, curl's own message, the client secret form-encoded) and curl's exit status.

BEGIN {
  read_arguments()
  url = argument["token_endpoint"]
  ARGC = 1
}

NR == 1 { now = $0 + 0; next }
NR == 2 { built = $0; next }
{ line[++lines] = $0; size += length($0) + 1 }

END {
  if (built != "0") exit built + 0
  if (size > 262144 || line[lines] !~ /^[0-9]+$/) fail(43, "The token endpoint's answer is too large to be an access token response: it has more than 131072 bytes.")
  curl = line[lines] + 0
  # curl was ended, or refused its configuration: then what stands before is no write-out, but may be the server's.
  if (curl > 128 || curl == 2) {
    if (curl > 128) fail(23, "The access token request was ended by a signal before it was answered.")
    not_reached()
  }
  client_secret = decode(line[lines - 1])
  message = line[lines - 2]
  status = substr(line[lines - 3], 1, 3) + 0
  target = substr(line[lines - 3], 5)
  lines -= 4
  # curl repeats a proxy that it cannot use, with its credentials.
  if (index(message, "@")) message = "(withheld: it may hold the credentials of a proxy)"
  if (curl != 0) not_reached()
  for (i = 1; i <= lines; i++) bytes += length(line[i]) + 1
  if (bytes > 131073) fail(43, "The token endpoint's answer is too large to be an access token response: it has more than 131072 bytes.")
  # RFC 8259 section 8.1 lets a reader ignore a byte order mark.
  if (substr(line[1], 1, 3) == sprintf("%c%c%c", 239, 187, 191)) line[1] = substr(line[1], 4)
  for (i = 1; i <= lines; i++) json_line(line[i])
  if (json_fault == "" && !json_done) json_fault = bytes > 1 ? "it breaks off" : "it is empty"
  if (status != 200) refused()
  unusable()
  lifetime = seconds_of(json_value["expires_in"])
  too_short()
  succeed()
}

# A lifetime as servers write it: a number of seconds in any of JSON's ways, also as a string. Beyond the year 9999 there
# is no RFC 3339 time.
function seconds_of(text) {
  if (text !~ /^[0-9]+(\.[0-9]+)?([eE][-+]?[0-9]+)?$/) return ""
  sub(/^0+/, "", text)
  if (text + now > 253402300799) return 253402300799 - now
  return (text ~ /[eE]/) ? int(text + 0) : (text ~ /^[1-9]/) ? text : "0" text
}

function succeed(   expires) {
  expires = (lifetime == "") ? "" : rfc3339(now + int(lifetime))
  if (argument["output"] == "run") {
    unset_secrets()
    print "token " token
  }
  else if (argument["output"] == "json")
    printf "{\"access_token\":\"%s\",\"token_type\":\"%s\",\"read_at\":\"%s\",\"expires_at\":\"%s\",\"scope\":\"%s\"}\n", \
      quoted(token), quoted(json_value["token_type"]), rfc3339(now + 0), expires, \
      quoted(json_kind["scope"] == "string" ? json_value["scope"] : argument["form.scope"])
  else print "access token received" (expires == "" ? "" : ", valid until " expires)
  exit 0
}

# The command that gets the token gets none of the client's secrets, such as a TF_VAR_ variable that Terraform was given.
function unset_secrets(   name, value) {
  for (name in ENVIRON) {
    value = ENVIRON[name]
    if (name ~ /^[A-Za-z_][A-Za-z0-9_]*$/ && name != "PATH" && (value == client_secret || (length(client_secret) > 7 && index(value, client_secret))))
      print "unset " name
  }
}

function unusable() {
  if (json_fault != "") fail(40, "The token endpoint answered 200, but not with an access token response: " json_fault ".", "hint")
  if (json_kind["error"] == "string") fail(41, "The token endpoint answered 200, but with an error.", "hint")
  if (("access_token" in json_twice) || ("token_type" in json_twice)) fail(41, "The token endpoint's answer has access_token or token_type twice.", "hint")
  token = json_value["access_token"]
  if (json_kind["access_token"] != "string" || token == "") fail(41, "The token endpoint answered 200, but without an access_token.", "hint")
  if (token ~ /[^ -~]/) fail(41, "The token endpoint's access_token has a character that RFC 6749 does not allow there.", "hint")
  if (tolower(json_value["token_type"]) != "bearer") fail(42, "The token endpoint's token_type is not bearer: " (json_kind["token_type"] == "string" ? safe(json_value["token_type"]) : "there is none") ".")
}

# An absent expires_in says nothing of the lifetime (RFC 6749 section 5.1), so it cannot be long enough.
function too_short(   minimum) {
  minimum = argument["minimum_lifetime"]
  if (minimum == "") return
  if (lifetime == "") fail(45, "The lifetime of the access token is unknown, because the token endpoint's answer has no expires_in, and minimumLifetimeSeconds is " minimum ". Where the server documents its lifetime elsewhere, leave minimumLifetimeSeconds out.")
  if (lifetime + 0 < minimum + 0) fail(44, "The access token expires too soon: the token endpoint hands it out for " lifetime " seconds, and minimumLifetimeSeconds is " minimum ". Set a longer lifetime for this client on the server, or a lower minimumLifetimeSeconds.")
}

function refused(   error, text, code) {
  error = json_kind["error"] == "string" ? json_value["error"] : ""
  text = error " " json_value["error_description"] " " json_value["description"]
  code = throttled(text) ? 33 : (status >= 300 && status < 400) ? 30 : (status == 401 || error == "invalid_client") ? 31 : status == 400 ? 32 : status >= 500 ? 34 : 35
  fail(code, "The token endpoint refused the access token request.", "hint")
}

function not_reached() {
  if (curl == 28) fail(22, "The token endpoint did not answer in time.")
  if (curl == 35 || curl == 51 || curl == 53 || curl == 54 || curl == 58 || curl == 59 || curl == 60 || curl == 66 || curl == 77 || curl == 80 || curl == 83 || curl == 90 || curl == 91)
    fail(21, "No trusted TLS connection to the token endpoint came about. For a private certificate authority, set CURL_CA_BUNDLE where Terraform runs.")
  if (curl == 56 && message ~ /CONNECT/) fail(20, "The token endpoint was not reached: the proxy that the environment names refused to connect to it.")
  if (curl == 5 || curl == 6 || curl == 7 || curl == 97) fail(20, "The token endpoint was not reached: check the host, the network and the proxy.")
  if (curl == 1 && message ~ /HTTP\/0\.9/) fail(23, "What answered at the token endpoint's host does not speak HTTP: check the host and the port.")
  if (curl == 1 || curl == 2 || curl == 3) fail(10, "curl refused the access token request (its exit status " curl "): check the token endpoint's URL and curl's version.")
  fail(23, "The connection to the token endpoint broke off (curl's exit status " curl ").")
}

function fail(code, text, hint,   error, description) {
  print text > "/dev/stderr"
  print "  token endpoint: " printable(url) > "/dev/stderr"
  if (status) print "  status: " status > "/dev/stderr"
  if (message != "") print "  curl: " safe(message) > "/dev/stderr"
  if (target != "") print "  redirect to: " safe(target) > "/dev/stderr"
  error = json_kind["error"] == "string" ? json_value["error"] : ""
  description = json_kind["error_description"] == "string" ? json_value["error_description"] : json_kind["description"] == "string" ? json_value["description"] : ""
  if (error != "") print "  error: " safe(error) > "/dev/stderr"
  if (description != "") print "  error_description: " safe(description) > "/dev/stderr"
  if (hint != "") {
    print "Likely causes, most likely first:" > "/dev/stderr"
    causes_of_status(error, error " " description " " json_value["description"])
  }
  exit code
}

function quoted(text,   i, c, out) {
  out = ""
  for (i = 1; i <= length(text); i++) {
    c = substr(text, i, 1)
    if (c == "\"" || c == "\\") c = "\\" c
    else if (c < " ") c = " "
    out = out c
  }
  return out
}

# Seconds since 1970 as an RFC 3339 time, by the days of a proleptic Gregorian calendar that begins on March 1 of year 0.
function rfc3339(seconds,   days, era, doe, yoe, doy, mp, rest) {
  days = int(seconds / 86400)
  rest = seconds - days * 86400
  days += 719468
  era = int(days / 146097)
  doe = days - era * 146097
  yoe = int((doe - int(doe / 1460) + int(doe / 36524) - int(doe / 146096)) / 365)
  doy = doe - (365 * yoe + int(yoe / 4) - int(yoe / 100))
  mp = int((5 * doy + 2) / 153)
  return sprintf("%04d-%02d-%02dT%02d:%02d:%02dZ", yoe + era * 400 + (mp >= 10), mp < 10 ? mp + 3 : mp - 9, doy - int((153 * mp + 2) / 5) + 1, int(rest / 3600), int(rest / 60) % 60, rest % 60)
}
