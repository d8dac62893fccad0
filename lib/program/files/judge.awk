# Judges one request, at the end of all that was stated about it (../README.md has the order), says so to the user where it
# failed, and writes lines for the shell. What comes from the server counts only where it was expected.

BEGIN {
  read_arguments()
  open_attempts()
  read_response_fields()
  url = argument["token_endpoint"]
  ARGC = 1
  before["endpoint"] = " begun "
  before["time"] = (argument["issuer"] == "") ? " begun " : " endpoint "
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
  if (label == "say" || label == "refuse") {
    if (label == "say") said = decode(text)
    else refusal = text + 0
    return
  }
  if (!(label in before) || !index(before[label], " " stage " ")) misplaced = 1
  stage = label
  if (label == "time") now = text + 0
  else if (label == "endpoint") url = decode(text)
  else if (label == "secret") {
    slot[++slots] = substr(text, 1, index(text, " ") - 1)
    secret_value[slot[slots]] = decode(substr(text, index(text, " ") + 1))
  } else if (label == "http") {
    status = text + 0
    verified = substr(text, index(text, " ") + 1) + 0
  }
  else if (label == "redirect") target = text
  else if (label == "message") message = text
}

END {
  if (refusal) {
    if (said != "") print said > "/dev/stderr"
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

function judge() {
  read_body()
  if (status != 200) {
    try_answer_again()
    refused()
  }
  unusable()
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

# The last line that the shell takes: without it there is no success.
function verdict(code) {
  print "verdict " code
  exit
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
