# The judge of what did not simply succeed: it says why, or that it is tried again.

function otherwise() {
  if (revoking()) url = argument["revocation_endpoint"]
  if (refusal) {
    try_discovery_again()
    if (said != "") say(in_its_words(said))
    tell_attempts()
    verdict(refusal)
  }
  if (misplaced || stage == "begun") exit
  if (is_too_large()) fail(43, "The token endpoint's answer is too large to be an access token response: it has more than 131072 bytes.")
  if (stage != "message") {
    # curl was ended, or never began: then its status is the last line, and what the server may have made of it is no success.
    if (stage != "built" || line[lines] !~ /^curl [1-9][0-9]*$/) exit
    curl = substr(line[lines], 6) + 0
    not_reached()
  }
  if (curl == "") exit
  if (curl != 0) {
    try_connection_again()
    not_reached()
  }
  if (revoking()) judge_revocation()
  judge_answer()
}

function judge_answer(   fault) {
  fault = token_fault()
  if (fault == "status") {
    try_answer_again()
    refused()
  }
  if (fault == "" && revokes) tell_live_token()
  if (fault == "") fault = grant_fault()
  if (fault != "") tell_fault(fault)
  else give()
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
