# Judges one request, at the end of all that was stated about it (../README.md has the order), and writes lines for the shell. What
# comes from the server counts only where it was expected. Where it did not simply succeed, otherwise() has the rest: of
# hand-over.awk, which gives the journal to another judge, or of that one's failure.awk.

BEGIN {
  read_arguments()
  # Now, when the attempt begins: what is left of the time is counted from here.
  open_attempts()
  revokes = "revocation_endpoint" in argument
  read_response_fields()
  url = argument["token_endpoint"]
  arguments = ARGC
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

{ journal[++journal_lines] = $0 }

journal_lines == 1 {
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
  if (is_whole()) read_body()
  if (!revokes) give()
  otherwise()
}

function is_whole() {
  return !refusal && !misplaced && stage == "message" && curl != "" && curl == 0 && !is_too_large()
}

function is_too_large() {
  return bytes > 131073 || header_bytes > 131072
}

# The one way to success.
function give(   expires) {
  if (!is_whole() || token_fault() != "" || grant_fault() != "") return
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

# The last line that the shell takes: without it there is no success.
function verdict(code) {
  print "verdict " code
  exit
}
