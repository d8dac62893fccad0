# The members of the answer that are asked for by name: response_field=<name>, optional_response_field=<name>.

function read_response_fields(   i, name) {
  for (i = 1; i < ARGC; i++) {
    if (ARGV[i] !~ /^(optional_)?response_field=/) continue
    name = decode(substr(ARGV[i], index(ARGV[i], "=") + 1))
    response_field[++response_fields] = name
    if (ARGV[i] ~ /^optional/) is_optional[name] = 1
  }
}

# What is there can be passed on as one line of text.
function response_fields_fault(   i, name, kind) {
  for (i = 1; i <= response_fields; i++) {
    fault_in = name = response_field[i]
    kind = json_kind[name]
    if (kind == "" || kind == "null") {
      json_value[name] = ""
      if (!(name in is_optional)) return "no field"
    } else if (name in json_twice) return "field twice"
    else if (kind != "string" && kind != "number" && kind != "boolean") return "field kind"
    else if (json_value[name] ~ /[\001-\037\177]/) return "field characters"
    if (is_copy(name)) return "copy"
  }
  return ""
}

function response_fields_as_json(   i, out) {
  for (i = 1; i <= response_fields; i++)
    out = out ",\"response_" json_quoted(response_field[i]) "\":\"" json_quoted(json_value[response_field[i]]) "\""
  return out
}

# For the command of run, whose environment has no variable for what is not there.
function give_response_fields(   i, name) {
  for (i = 1; i <= response_fields; i++) {
    name = toupper(response_field[i])
    gsub(/[^A-Z0-9]/, "_", name)
    if (json_value[response_field[i]] != "") print "field ACCESS_TOKEN_RESPONSE_" name " " json_value[response_field[i]]
  }
}

# A server that rotates refresh tokens has taken the one that was sent (RFC 6749 section 6).
function tell_rotation(   own) {
  own = argument["form_secret.refresh_token"]
  if (own == "" || json_kind["refresh_token"] != "string" || json_value["refresh_token"] == secret_value[own]) return
  print "The server has given a new refresh token, which is not kept: if it takes each one once, the next run fails with the one that you have. Switch rotation off for this client, or use a grant without a refresh token." > "/dev/stderr"
}
