# How an answer of 200 that has no token to give is told, by what answer.awk calls its fault.

function tell_fault(fault) {
  judge_words()
  if (fault == "json") fail(40, "The token endpoint answered 200, but not with an access token response: " json_fault ".", "hint")
  if (fault == "error") fail(41, "The token endpoint answered 200, but with an error.", "hint")
  if (fault == "twice") fail(41, "The token endpoint's answer has access_token or token_type twice.", "hint")
  if (fault == "no token") fail(41, "The token endpoint answered 200, but without an access_token.", "hint")
  if (fault == "characters") fail(41, "The token endpoint's access_token has a character that RFC 6749 does not allow there.", "hint")
  if (fault == "token type") fail(42, "The token endpoint's token_type is not bearer: " (json_kind["token_type"] == "string" ? words_of(json_value["token_type"]) : "there is none") ".")
  if (fault == "lifetime unknown") fail(45, "The lifetime of the access token is unknown, because the token endpoint's answer has no expires_in, and minimumLifetimeSeconds is " argument["minimum_lifetime"] ". Where the server documents its lifetime elsewhere, leave minimumLifetimeSeconds out.")
  if (fault == "lifetime") fail(44, "The access token expires too soon: the token endpoint hands it out for " lifetime " seconds, and minimumLifetimeSeconds is " argument["minimum_lifetime"] ". " (argument["minimum_lifetime"] - lifetime == 1 ? "Some servers (Ory Hydra among them) give one second less than what they are set to. " : "") "Set a longer lifetime for this client on the server, or a lower minimumLifetimeSeconds.")
  if (fault == "copy") fail(46, "The token endpoint's answer repeats a secret of the request, in " fault_in ", which would be passed on.")
  if (fault == "variable") fail(14, "The access token was received, but the command of run was not started: the environment variable " printable(fault_in) " holds a secret of the request, and no shell can remove a variable of that name.")
  if (fault == "scope") fail(47, "The access token lacks a scope that was requested:" printable(lacking_scopes()) ". The server granted" granted_scopes() ". Grant it to this client on the server, leave it out, or accept less by acceptNarrowerScope.")
  tell_field_fault(fault)
}

function tell_field_fault(fault) {
  if (fault == "no field") lacks_field("has no " printable(fault_in) ". Check that the server gives it for this grant and these scopes, or make it optional.")
  if (fault == "field twice") lacks_field("has " printable(fault_in) " twice.")
  if (fault == "field kind") lacks_field("has a " printable(fault_in) " that is neither text nor number nor boolean.")
  if (fault == "field characters") lacks_field("has a " printable(fault_in) " with a control character, such as a line break.")
}

function lacks_field(what) {
  fail(48, "The access token was received, but the token endpoint's answer " what)
}

# What was not asked for is the server's own text, which may hold a secret in several parts.
function granted_scopes(   given, i, n, text) {
  n = split(json_value["scope"], given, /[ ,]+/)
  if (reveals(substr(json_value["scope"], 1, 401))) text = " (withheld: it holds a secret of the request or a token)"
  else for (i = 1; i <= n && length(text) < 401; i++) text = text " " (index(" " argument["form.scope"] " ", " " given[i] " ") ? given[i] : words_of(given[i]))
  return (text == " " || text == "") ? " none" : ":" printable(text)
}
