# What an answer has to be (RFC 6749 sections 5.1 and 5.2), and what else it may be.

function judge() {
  read_body()
  if (revoking()) judge_revocation()
  if (status != 200) {
    try_answer_again()
    refused()
  }
  unusable()
  if (revokes) tell_live_token()
  lifetime = seconds_of(json_value["expires_in"])
  too_short()
  repeated("access_token")
  repeated("token_type")
  repeated("expires_in")
  repeated("scope")
  judge_response_fields()
  too_narrow()
  succeed()
}

function read_body(   i) {
  # RFC 8259 section 8.1 lets a reader ignore a byte order mark.
  if (substr(line[1], 1, 3) == sprintf("%c%c%c", 239, 187, 191)) line[1] = substr(line[1], 4)
  if (substr(line[1], 1, 2) == sprintf("%c%c", 31, 139)) json_fault = "it is compressed (gzip), which was not asked for"
  for (i = 1; i <= lines; i++) {
    # Trailer fields, which curl writes behind the body.
    if (json_done && line[i] ~ /^[A-Za-z0-9-]+:/) break
    json_line(line[i])
  }
  if (json_fault == "" && !json_done) json_fault = bytes > 1 ? "it breaks off" : "it is empty"
}

function refused(   code) {
  judge_words()
  if (throttled()) code = 33
  else if (status >= 300 && status < 400) code = 30
  else if (status >= 500) code = 34
  else if (told_kind != "") code = told_kind == "client" ? 31 : 32
  else if (status == 401 || answer_error == "invalid_client") code = 31
  else code = status == 400 ? 32 : 35
  fail(code, "The token endpoint refused the access token request.", "hint")
}

function unusable() {
  judge_words()
  if (json_fault != "") fail(40, "The token endpoint answered 200, but not with an access token response: " json_fault ".", "hint")
  if (json_kind["error"] == "string") fail(41, "The token endpoint answered 200, but with an error.", "hint")
  if (("access_token" in json_twice) || ("token_type" in json_twice)) fail(41, "The token endpoint's answer has access_token or token_type twice.", "hint")
  token = json_value["access_token"]
  if (json_kind["access_token"] != "string" || token == "") fail(41, "The token endpoint answered 200, but without an access_token.", "hint")
  if (token ~ /[^ -~]/) fail(41, "The token endpoint's access_token has a character that RFC 6749 does not allow there.", "hint")
  if (tolower(json_value["token_type"]) != "bearer") fail(42, "The token endpoint's token_type is not bearer: " (json_kind["token_type"] == "string" ? words_of(json_value["token_type"]) : "there is none") ".")
}

# An absent expires_in says nothing of the lifetime (RFC 6749 section 5.1), so it cannot be long enough.
function too_short(   minimum) {
  minimum = argument["minimum_lifetime"]
  if (minimum == "") return
  if (lifetime == "") fail(45, "The lifetime of the access token is unknown, because the token endpoint's answer has no expires_in, and minimumLifetimeSeconds is " minimum ". Where the server documents its lifetime elsewhere, leave minimumLifetimeSeconds out.")
  if (lifetime + 0 < minimum + 0) fail(44, "The access token expires too soon: the token endpoint hands it out for " lifetime " seconds, and minimumLifetimeSeconds is " minimum ". " (minimum - lifetime == 1 ? "Some servers (Ory Hydra among them) give one second less than what they are set to. " : "") "Set a longer lifetime for this client on the server, or a lower minimumLifetimeSeconds.")
}

# A server that grants less than it was asked for must say so (RFC 6749 section 5.1), and some requests fail later for want of it.
# Not listed by servers that grant them: Microsoft Entra's ".default", and what only asks for a refresh token.
function too_narrow(   granted, wanted, given, i, n, missing, hidden, shown_scope) {
  if (json_kind["scope"] != "string" || argument["form.scope"] == "" || argument["narrower_scope"] == "accept") return
  n = split(json_value["scope"], given, /[ ,]+/)
  for (i = 1; i <= n; i++) granted[given[i]] = 1
  # What was not asked for is the server's own text, which may hold a secret in several parts.
  hidden = reveals(substr(json_value["scope"], 1, 401))
  if (hidden) shown_scope = " (withheld: it holds a secret of the request or a token)"
  else for (i = 1; i <= n && length(shown_scope) < 401; i++) shown_scope = shown_scope " " (index(" " argument["form.scope"] " ", " " given[i] " ") ? given[i] : words_of(given[i]))
  n = split(argument["form.scope"], wanted, / +/)
  for (i = 1; i <= n; i++)
    if (!(wanted[i] in granted) && wanted[i] != "offline_access" && wanted[i] !~ /\/\.default$/) missing = missing " " wanted[i]
  if (missing != "") fail(47, "The access token lacks a scope that was requested:" printable(missing) ". The server granted" (shown_scope == " " || shown_scope == "" ? " none" : ":" printable(shown_scope)) ". Grant it to this client on the server, leave it out, or accept less by acceptNarrowerScope.")
}

# What is passed on may end in state, or in a plain output.
function repeated(name) {
  if (holds_copy(json_value[name])) fail(46, "The token endpoint's answer repeats a secret of the request, in " name ", which would be passed on.")
}

function succeed(   expires) {
  expires = (lifetime == "") ? "" : rfc3339(now + int(lifetime))
  if (argument["output"] == "run") {
    drop_variables()
    give_response_fields()
    print "token " token
  } else if (argument["output"] == "json")
    printf "output {\"access_token\":\"%s\",\"token_type\":\"%s\",\"read_at\":\"%s\",\"expires_at\":\"%s\",\"scope\":\"%s\"%s}\n", \
      json_quoted(token), json_quoted(json_value["token_type"]), rfc3339(now), expires, \
      json_quoted(json_kind["scope"] == "string" ? json_value["scope"] : argument["form.scope"]), response_fields_as_json()
  else print "output access token received" (argument["issuer"] == "" ? "" : " from " printable(url)) (expires == "" ? "" : ", valid until " expires)
  tell_rotation()
  verdict(0)
}
