# How a failure is told: what happened, what was sent where, what came back, and the likely causes; then the verdict.

function fail(code, text, hint) {
  say(in_its_words(text))
  if (argument["issuer"] != "") say("  issuer: " printable(argument["issuer"]))
  say(in_its_words("  token endpoint: ") printable(url))
  say_proxy()
  if (hint != "") say_request()
  if (status) say("  status: " status)
  if (header["retry-after"] != "") say("  retry after: " retry_after())
  if (message != "") say("  curl: " safe(without_proxy(message)))
  if (target != "") say("  redirect to: " words_of_url(target))
  say_error()
  tell_attempts()
  if (hint != "") {
    say("Likely causes, most likely first:")
    causes()
  }
  verdict(code)
}

function say(text) {
  print text > "/dev/stderr"
}

# Nothing of it is secret: a client id is none (RFC 6749 section 2.2).
function say_request(   i) {
  if (!revoking()) say("  grant: " (argument["form.grant_type"] == "" ? "none" : printable(argument["form.grant_type"])))
  say("  client: " (argument["client_id"] == "" ? "" : printable(argument["client_id"]) ", ") "by " method_in_words(argument["client_authentication"]))
  for (i = 1; i <= slots; i++) if (!revoking() || slot[i] != "access_token") say("  " substr(noun(slot[i]), 5) " from: " printable(source_of(slot[i])))
  if (!revoking()) say("  scope: " (scope_asked() == "" ? "none requested" : printable(scope_asked())))
}

function say_error(   error, said) {
  # What is not printed reveals nothing, and takes no time.
  error = substr(text_of("error"), 1, 401)
  said = substr(description(), 1, 401)
  # A secret may be in two parts.
  if (!reveals(error) && !reveals(said) && reveals(error said)) error = said = "(withheld)"
  if (error != "") say("  error: " words_of(error))
  if (said != "") say("  " description_name ": " words_of(said))
}

# The first of the names that servers give it, RFC 6749's before those of Genesys Cloud, NICE, Okta, Zoom, IBM and others.
function description(   i, n, name) {
  n = split("error_description description errorDescription error_message errorMessage errorSummary message reason detail", name, " ")
  for (i = 1; i <= n; i++) {
    description_name = name[i]
    if (text_of(name[i]) != "") return text_of(name[i])
  }
  return ""
}

function text_of(name) {
  return json_kind[name] == "string" ? json_value[name] : ""
}

# RFC 9110 section 10.2.3: seconds or a date.
function retry_after(   value) {
  value = header["retry-after"]
  if (reveals(value)) return "(withheld: it holds a secret of the request or a token)"
  # Of more digits, one server would tell another what it was sent.
  if (value ~ /^[0-9]+$/) return length(value) > 6 ? "more than 11 days" : value " seconds"
  return value ~ /^[A-Z][a-z][a-z], [0-9][0-9] [A-Z][a-z][a-z] [0-9][0-9][0-9][0-9] [0-9][0-9]:[0-9][0-9]:[0-9][0-9] GMT$/ ? value : "(withheld: no time)"
}
