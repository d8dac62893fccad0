# What an answer has to be (RFC 6749 section 5.1). What is wrong with it has a name each, by which faults.awk tells it.

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

# What keeps it from being an answer with a usable token, or "".
function token_fault() {
  if (status != 200) return "status"
  if (json_fault != "") return "json"
  if (json_kind["error"] == "string") return "error"
  if (("access_token" in json_twice) || ("token_type" in json_twice)) return "twice"
  token = json_value["access_token"]
  if (json_kind["access_token"] != "string" || token == "") return "no token"
  if (token ~ /[^ -~]/) return "characters"
  if (tolower(json_value["token_type"]) != "bearer") return "token type"
  return ""
}

# What else keeps its token from being given, or "".
function grant_fault(   minimum, i, n, name, fault) {
  lifetime = seconds_of(json_value["expires_in"])
  minimum = argument["minimum_lifetime"]
  # An absent expires_in says nothing of the lifetime (RFC 6749 section 5.1), so it cannot be long enough.
  if (minimum != "" && lifetime == "") return "lifetime unknown"
  if (minimum != "" && lifetime + 0 < minimum + 0) return "lifetime"
  # What is passed on may end in state, or in a plain output.
  n = split("access_token token_type expires_in scope", name, " ")
  for (i = 1; i <= n; i++) if (is_copy(name[i])) return "copy"
  fault = response_fields_fault()
  if (fault != "") return fault
  if (lacking_scopes() != "") return "scope"
  return (argument["output"] == "run" && !is_withheld_from_run()) ? "variable" : ""
}

function is_copy(name) {
  fault_in = name
  return holds_copy(json_value[name])
}

# What was requested and is not granted: a server that grants less than it was asked for must say so (RFC 6749 section 5.1), and some
# requests fail later for want of it. Not listed by servers that grant them: Microsoft Entra's ".default", and what only asks for a
# refresh token.
function lacking_scopes(   granted, wanted, given, i, n, missing) {
  if (json_kind["scope"] != "string" || argument["form.scope"] == "" || argument["narrower_scope"] == "accept") return ""
  n = split(json_value["scope"], given, /[ ,]+/)
  for (i = 1; i <= n; i++) granted[given[i]] = 1
  n = split(argument["form.scope"], wanted, / +/)
  for (i = 1; i <= n; i++)
    if (!(wanted[i] in granted) && wanted[i] != "offline_access" && wanted[i] !~ /\/\.default$/) missing = missing " " wanted[i]
  return missing
}
