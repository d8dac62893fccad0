# The revocation of the access token that was received (RFC 7009), by a request of its own with output=revoke. The token is its
# secret access_token.

# What is said of the token endpoint and its request holds for the revocation endpoint and its own.
function in_its_words(text) {
  if (!revoking()) return text
  gsub(/token endpoint/, "revocation endpoint", text)
  gsub(/access token request/, "revocation request", text)
  gsub(/an access token response/, "the answer to a revocation", text)
  return text
}

# What the shell needs to revoke the token, whatever comes of it: where, and what can be read once.
function tell_live_token(   i, revocation) {
  revocation = argument["revocation_endpoint"]
  if (revocation == "discovered") revocation = revocation_url
  for (i in secret_value) if (i != "access_token" && argument[i ".source"] == "stdin") print "keep " i "=" encode(secret_value[i])
  print "keep access_token=" encode(token)
  print "live token_endpoint=" encode(url) " revocation_endpoint=" encode(revocation)
}

# 200 says that the token lives no more, also where the server did not know it (RFC 7009 section 2.2). What else such an answer holds
# says nothing, unless it tells that what answered is no revocation endpoint, or failed: a token that is alive must not pass for a
# revoked one.
function judge_revocation(   error) {
  error = text_of("error")
  if (status != 200) {
    try_answer_again()
    refused()
  }
  judge_words()
  if (header["content-type"] ~ /^[Tt][Ee][Xx][Tt]\/[Hh][Tt][Mm][Ll]/ || line[1] ~ /^[ \t\r]*</)
    fail(40, "The token endpoint answered 200, but with a page.", "hint")
  # Keycloak says so of a token that it does not know.
  if (error != "" && error != "invalid_token") fail(41, "The token endpoint answered 200, but with an error.", "hint")
  print "revoked"
  verdict(0)
}

function causes_of_revocation() {
  if (throttled()) cause("Too many requests" (header["retry-after"] == "" ? "" : " (see retry after)") ": the token was not revoked in time.")
  else if (answer_error == "unsupported_token_type") cause("The server does not revoke access tokens (RFC 7009 section 2.2.1), as many do not whose access tokens are JWTs: leave revoke out, and have this client's tokens expire soon.")
  else if (status == 401 || answer_error == "invalid_client") {
    if (argument["client_authentication"] == "client_assertion") cause("The server takes each JWT once (its jti), and this one was used for the token: give one that is read anew, or have the program sign (privateKeyJwt).")
    causes_of_client()
  } else if (answer_error ~ /^(unauthorized_client|invalid_grant|access_denied)$/ || answer_text ~ /unmatching|another client|not issued to/)
    cause("The server does not let this client revoke the token: allow it there.")
  else if (status == 200) cause("The URL is that of a page: give that of the revocation endpoint.")
  else causes_of_status()
}
