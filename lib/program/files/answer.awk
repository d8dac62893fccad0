# What an answer has to be (RFC 6749 sections 5.1 and 5.2), and what else it may be.

function read_body(   i) {
  # RFC 8259 section 8.1 lets a reader ignore a byte order mark.
  if (substr(line[1], 1, 3) == sprintf("%c%c%c", 239, 187, 191)) line[1] = substr(line[1], 4)
  for (i = 1; i <= lines; i++) json_line(line[i])
  if (json_fault == "" && !json_done) json_fault = bytes > 1 ? "it breaks off" : "it is empty"
}

function refused(   error, text, code) {
  error = json_kind["error"] == "string" ? json_value["error"] : ""
  text = error " " json_value["error_description"] " " json_value["description"]
  code = throttled(text) ? 33 : (status >= 300 && status < 400) ? 30 : (status == 401 || error == "invalid_client") ? 31 : status == 400 ? 32 : status >= 500 ? 34 : 35
  fail(code, "The token endpoint refused the access token request.", "hint")
}

function unusable() {
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
  if (lifetime + 0 < minimum + 0) fail(44, "The access token expires too soon: the token endpoint hands it out for " lifetime " seconds, and minimumLifetimeSeconds is " minimum ". Set a longer lifetime for this client on the server, or a lower minimumLifetimeSeconds.")
}

# What is passed on may end in state, or in a plain output.
function repeated(name) {
  if (holds_copy(json_value[name])) fail(46, "The token endpoint's answer repeats a secret of the request, in " name ", which would be passed on.")
}
