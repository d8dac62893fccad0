# The secrets of the request: secret_value[slot], each from where its arguments say.
#   <slot>.environment=NAME, <slot>.file=PATH, <slot>.command=WORD..., <slot>.source=stdin; else ACCESS_TOKEN_REQUEST_<SLOT>

# slot[1..slots]: what the arguments secret=<slot> declare, or the client secret alone, where the client has one.
function read_slots(   i, name, at) {
  for (i = 1; i < ARGC; i++) if (index(ARGV[i], "secret=") == 1) declare_slot(substr(ARGV[i], 8))
  if (!slots && argument["client_authentication"] !~ /^(none|tls_client)$/) declare_slot("client_secret")
  for (name in argument) {
    if (name ~ /^(form|form_secret|header|jwt)\./ || !match(name, /\.(environment|file|command|variable|final_newline|source)$/)) continue
    if (!(substr(name, 1, RSTART - 1) in is_slot))
      refuse(10, "The access token request was not made: the argument " shown(name) " belongs to a secret that no argument secret= declares.")
  }
}

function declare_slot(name) {
  if (name !~ /^[a-z][a-z0-9_]*$/ || name in is_slot)
    refuse(10, "The access token request was not made: " shown(name) " cannot name a secret, or is given twice. Allowed: small letters, digits and \"_\", each name once.")
  is_slot[name] = 1
  slot[++slots] = name
}

# A line of what was read: "<slot>=<form-encoded>" from standard input, "<slot> <status> <form-encoded>" from a file or a
# command, "<slot> large"; or "late".
function take_secret(line,   at, name, part) {
  taken += length(line) + 1
  if (line == "late") { late = 1; return }
  if (line ~ /^!/ || signature_follows) { take_signing(line); return }
  if (line ~ /^[a-z0-9_]+ /) {
    split(line, part, " ")
    read_count[part[1]]++
    read_status[part[1]] = part[2]
    secret_value[part[1]] = decode(part[3])
  } else if ((at = index(line, "="))) {
    name = substr(line, 1, at - 1)
    given_count[name]++
    given_value[name] = decode(substr(line, at + 1))
  }
}

function resolve_secrets(   i) {
  # The shell says so: it may know before.
  if (late) refuse(13, "")
  if (taken > 786431) refuse(11, "The secrets of the request are too large: standard input has more than 786432 bytes.")
  for (i = 1; i <= slots; i++) if (!(slot[i] in is_jwt)) needed(slot[i])
  # A key that is missing is told as such.
  for (i = 1; i <= jwts; i++) needed(jwt_slot[i])
}

function needed(name) {
  if (refused) return
  resolve_secret(name)
  if (secret_value[name] == "")
    refuse(11, The(name) " is empty: " emptiness(name))
}

function resolve_secret(name,   variable, file) {
  if (name in is_jwt) {
    secret_value[name] = jwt_of(name)
    return
  }
  variable = argument[name ".environment"]
  if (variable != "") {
    secret_value[name] = ENVIRON[variable] ""
    if (secret_value[name] == "") refuse(11, The(name) " is missing: the environment variable " shown(variable) " is not set, or empty, where Terraform runs.\n  Set it there, for this run.")
  } else if ((file = (name ".file") in argument) || (name ".command") in argument) {
    if (read_count[name] != 1 || read_status[name] == "broken") refuse(50, The(name) " could not be read: what reads it here did not end as it should.")
    else if (read_status[name] == "large") refuse(11, The(name) " is too large: the file or the command's output has more than 65536 bytes.\n  Check that it is the one that holds " noun(name) ".")
    else if (read_status[name] != "0" && file) refuse(11, The(name) " is missing: the file " shown(argument[name ".file"]) " cannot be read where Terraform runs.\n  Check that it exists there and may be read by the user that runs Terraform.")
    else if (read_status[name] == "126" || read_status[name] == "127") refuse(11, The(name) " is missing: " shown(source_of(name)) " ended with exit status " read_status[name] ", as one does that cannot be found or started.\n  Install it where Terraform runs, or give its absolute path.")
    else if (read_status[name] != "0") refuse(11, The(name) " is missing: its command ended with exit status " read_status[name] ".\n  Run it by hand where Terraform runs.")
  } else if (argument[name ".source"] == "stdin") {
    if (given_count[name] > 1) refuse(50, The(name) " was given more than once on standard input.")
    secret_value[name] = given_value[name]
  } else secret_value[name] = decode(ENVIRON["ACCESS_TOKEN_REQUEST_" toupper(name)] "")
}

# What an empty secret's user has to look at.
function emptiness(name) {
  if ((name ".file") in argument) return "the file " shown(argument[name ".file"]) " has nothing in it.\n  Check that it is the one that holds " noun(name) "."
  if ((name ".command") in argument) return shown(source_of(name)) " printed nothing.\n  Run it by hand where Terraform runs."
  if ((name ".variable") in argument) return "Terraform passed an empty value of the variable " shown(argument[name ".variable"]) ".\n  Set TF_VAR_" shown(argument[name ".variable"]) " where Terraform runs."
  return source_of(name) " passed an empty value.\n  Give it a value where it comes from."
}
