# Judges one request, at the end of all that was stated about it (../README.md has the order), says so to the user where it
# failed, and writes lines for the shell. What comes from the server counts only where it was expected.

BEGIN {
  read_arguments()
  revokes = "revocation_endpoint" in argument
  open_attempts()
  read_response_fields()
  url = argument[revoking() ? "revocation_endpoint" : "token_endpoint"]
  ARGC = 1
  before["endpoint"] = " begun "
  before["revocation"] = " endpoint "
  before["time"] = (argument["issuer"] == "") ? " begun " : (argument["revocation_endpoint"] == "discovered") ? " revocation " : " endpoint "
  before["secret"] = " time secret "
  before["built"] = " time secret "
  before["http"] = " built "
  before["redirect"] = " http "
  before["message"] = " redirect "
}

NR == 1 {
  if ($0 ~ /^access-token-request [0-9a-f]+$/ && length($0) == 85) {
    nonce = substr($0, 22) " "
    stage = "begun"
  } else misplaced = 1
  next
}

nonce != "" && index($0, nonce) == 1 {
  take_statement(substr($0, length(nonce) + 1))
  next
}

# A second beginning.
/^access-token-request/ { misplaced = 1 }

stage == "built" && take_header($0) { next }

stage == "message" {
  if (curl != "") misplaced = 1
  else if ($0 ~ /^curl [0-9]+$/) curl = substr($0, 6) + 0
  else message = message " " $0
  next
}

{
  line[++lines] = $0
  bytes += length($0) + 1
}

function take_statement(text,   label) {
  label = text
  sub(/ .*/, "", label)
  text = substr(text, length(label) + 2)
  if (label == "say") { said = decode(text); return }
  if (label == "refuse") { refusal = text + 0; return }
  if (label == "again") { asked_at_discovery = text + 0; return }
  if (label == "keep") { take_value(text); return }
  if (!(label in before) || !index(before[label], " " stage " ")) misplaced = 1
  stage = label
  if (label == "time") now = text + 0
  else if (label == "endpoint") url = decode(text)
  else if (label == "revocation") revocation_url = decode(text)
  else if (label == "secret") slot[++slots] = take_value(text)
  else if (label == "http") {
    status = text + 0
    verified = substr(text, index(text, " ") + 1) + 0
  }
  else if (label == "redirect") target = text
  else if (label == "message") message = text
}

# The slot of a secret, and its value.
function take_value(text,   name) {
  name = substr(text, 1, index(text, " ") - 1)
  secret_value[name] = decode(substr(text, index(text, " ") + 1))
  return name
}

END {
  if (refusal) {
    try_discovery_again()
    if (said != "") say(in_its_words(said))
    tell_attempts()
    verdict(refusal)
  } else if (misplaced || stage == "begun") exit
  else if (bytes > 131073 || header_bytes > 131072) fail(43, "The token endpoint's answer is too large to be an access token response: it has more than 131072 bytes.")
  else if (stage != "message") {
    # curl was ended, or never began: then its status is the last line, and what the server may have made of it is no success.
    if (stage != "built" || line[lines] !~ /^curl [1-9][0-9]*$/) exit
    curl = substr(line[lines], 6) + 0
    not_reached()
  } else if (curl == "") exit
  else if (curl != 0) {
    try_connection_again()
    not_reached()
  } else judge()
}

# The last line that the shell takes: without it there is no success.
function verdict(code) {
  print "verdict " code
  exit
}
