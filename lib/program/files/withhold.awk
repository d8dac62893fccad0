# Decides what of a server's text may be printed, and what may be passed on: nothing that holds a secret of the request or a
# token. secret_value[slot] has the secrets.

# A text of curl's, or of its configuration.
function safe(text) {
  # What is not printed reveals nothing.
  if (length(text) > 401) text = substr(text, 1, 401)
  return reveals(text) ? "(withheld: it holds a secret of the request or a token)" : printable(text)
}

# A server's own words. A server can hide what it was sent in more encodings than anyone can look for, but none of them looks
# like words, so nothing but words is printed.
function words_of(text,   part, i, n, out, numbers) {
  if (length(text) > 401) text = substr(text, 1, 401)
  if (reveals(text)) return "(withheld: it holds a secret of the request or a token)"
  text = printable(text)
  n = split(text, part, / +/)
  for (i = 1; i <= n; i++) if (part[i] ~ /[0-9]/ && is_word(part[i])) numbers++
  out = ""
  for (i = 1; i <= n; i++) {
    if (!is_word(part[i]) || (numbers > 3 && part[i] ~ /[0-9]/)) {
      if (part[i - 1] == "(withheld)") { part[i] = "(withheld)"; continue }
      part[i] = "(withheld)"
    }
    out = out (i > 1 ? " " : "") part[i]
  }
  return out
}

# A URL of the server's: what is not that of the token endpoint as words, and no query, which is where a redirect carries what
# it was sent.
function words_of_url(text,   query, out, part, i, n, numbers, bare) {
  if (length(text) > 401) text = substr(text, 1, 401)
  if (reveals(text)) return "(withheld: it holds a secret of the request or a token)"
  query = sub(/[?#].*/, "", text) ? "?..." : ""
  match(url, /^[A-Za-z]+:\/\/[^\/?]*/)
  out = substr(url, 1, RLENGTH)
  if (text == out || index(text, out "/") == 1) text = substr(text, RLENGTH + 1)
  else {
    out = match(text, /^https?:\/\//) ? substr(text, 1, RLENGTH) : ""
    text = substr(text, length(out) + 1)
  }
  n = split(text, part, "/")
  for (i = 1; i <= n; i++) {
    bare = part[i]
    if (i == 1) sub(/:[0-9]+$/, "", bare)
    if (bare ~ /[0-9]/) numbers++
    out = out (i > 1 ? "/" : "") (is_word(bare) && (numbers < 3 || bare !~ /[0-9]/) ? part[i] : "(withheld)")
  }
  return printable(out query)
}

# A word, a name such as client_id or grantType, an abbreviation, a short number, Microsoft Entra's number of an error, or the
# client's own id, which is no secret.
function is_word(text,   part, i, n) {
  sub(/^[("'`\[<]+/, "", text)
  sub(/[])"'`>.,:;!?]+$/, "", text)
  if (length(text) > 40) return 0
  if (text ~ /^AADSTS[0-9]+$/ || (text == argument["client_id"] && text != "")) return 1
  n = split(text, part, /[-_'\/.=]/)
  for (i = 1; i <= n; i++)
    if (length(part[i]) > 18 || part[i] !~ /^([A-Za-z]?[a-z]*|[A-Z][A-Z]?[A-Z]?[A-Z]?[A-Z]?[A-Z]?|[a-z]+[A-Z][a-z][a-z]+|[0-9][0-9]?[0-9]?[0-9]?[0-9]?|[&|+*?-])$/) return 0
  return 1
}

# Whether a text holds eight characters in a row of a secret or a token, or all of a shorter one.
function reveals(text,   i) {
  for (i in secret_value) if (shares(text, secret_value[i], 8)) return 1
  return shares(text, json_value["access_token"], 8) || shares(text, json_value["refresh_token"], 8) || shares(text, json_value["id_token"], 8)
}
