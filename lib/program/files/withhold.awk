# Decides what of a server's text may be printed: no control character, not much of it, and nothing that holds a part of a
# secret, in whatever encoding a server may echo it.

function printable(text) {
  gsub(/[\t\r\n]/, " ", text)
  gsub(/[^ -~]/, "?", text)
  return (length(text) > 400) ? substr(text, 1, 400) "..." : text
}

function safe(text) {
  # What is not printed reveals nothing.
  if (length(text) > 401) text = substr(text, 1, 401)
  if (reveals(text, client_secret) || reveals(text, json_value["access_token"]) || reveals(text, json_value["refresh_token"]))
    return "(withheld: it holds the client secret or an access token)"
  return printable(text)
}

# Whether a text holds eight characters of a secret in a row, or all of a shorter one, in any case: as it is, in base64, in
# hexadecimal, and all that percent-encoded any number of times, with backslashes, or with HTML's character references.
function reveals(text, secret,   round, plus) {
  if (secret == "" || text == "") return 0
  needle_count = 0
  needle(secret, 8)
  base64_needles(secret)
  base64_needles(encode(secret))
  needle(to_hex(secret), 16)
  for (round = 1; round <= 4; round++) {
    if (holds_needle(text) || holds_needle(unescaped(text))) return 1
    plus = text
    gsub(/\+/, "%2B", plus)
    if (holds_needle(decode(plus))) return 1
    text = decode(text)
  }
  return 0
}

function needle(text, window) {
  if (text == "") return
  needles[++needle_count] = tolower(text)
  windows[needle_count] = (length(text) < window) ? length(text) : window
}

function holds_needle(text,   i, k, plain) {
  text = tolower(text)
  plain = text
  # Base64 in lines, and its alphabet for URLs.
  gsub(/[ \t\r\n]/, "", plain)
  gsub(/-/, "+", plain)
  gsub(/_/, "/", plain)
  for (k = 1; k <= needle_count; k++) {
    for (i = 1; i <= length(text) - windows[k] + 1; i++) if (index(needles[k], substr(text, i, windows[k]))) return 1
    for (i = 1; i <= length(plain) - windows[k] + 1; i++) if (index(needles[k], substr(plain, i, windows[k]))) return 1
  }
  return 0
}

# Base64 takes three bytes at a time, so what a text becomes depends on how many stand before it. What is left out at both
# ends is what its neighbours have a part in.
function base64_needles(text,   before, whole) {
  for (before = 0; before < 3; before++) {
    whole = to_base64(substr("xx", 1, before) text)
    whole = substr(whole, before ? before + 2 : 1)
    if (length(whole) > 3) needle(whole, 11)
  }
}

# Without the padding. busybox awk may be built without "^".
function to_base64(text,   i, n, three, out, digits) {
  digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
  out = ""
  n = length(text)
  for (i = 1; i <= n; i += 3) {
    three = form_number[substr(text, i, 1)] * 65536 + form_number[substr(text, i + 1, 1)] * 256 + form_number[substr(text, i + 2, 1)]
    out = out substr(digits, int(three / 262144) + 1, 1) substr(digits, int(three / 4096) % 64 + 1, 1) \
      substr(digits, int(three / 64) % 64 + 1, 1) substr(digits, three % 64 + 1, 1)
  }
  # A last character that stands for a part of a byte depends on what comes after.
  return substr(out, 1, int(n * 8 / 6))
}

function to_hex(text,   i, out) {
  out = ""
  for (i = 1; i <= length(text); i++) out = out sprintf("%02x", form_number[substr(text, i, 1)])
  return out
}

# Without backslashes (JSON within JSON) and HTML's character references.
function unescaped(text,   out, code) {
  gsub(/&quot;/, "\"", text)
  gsub(/&apos;/, "'", text)
  gsub(/&lt;/, "<", text)
  gsub(/&gt;/, ">", text)
  gsub(/&amp;/, "\\&", text)
  out = ""
  while (match(text, /\\u00[0-9A-Fa-f][0-9A-Fa-f]|\\.|&#[0-9]+;|&#[xX][0-9A-Fa-f]+;/)) {
    code = substr(text, RSTART, RLENGTH)
    out = out substr(text, 1, RSTART - 1)
    text = substr(text, RSTART + RLENGTH)
    if (code ~ /^\\u/) out = out form_byte[toupper(substr(code, 5, 2))]
    else if (code ~ /^\\/) out = out substr(code, 2)
    else if (code ~ /^&#[xX]/) out = out form_byte[toupper(substr("0" substr(code, 4, length(code) - 4), length(code) - 4, 2))]
    else out = out form_byte[sprintf("%02X", substr(code, 3, length(code) - 3) % 256)]
  }
  return out text
}
