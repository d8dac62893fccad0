# Whether a text holds a copy of a secret, in whatever way a server may write it. secret_value[slot] has the secrets of the request.

# Whether a text that is passed on holds all of a secret. A secret of less than eight characters is a part of much.
function holds_copy(text,   i) {
  for (i in secret_value) if (shares(text, secret_value[i], 0)) return 1
  return 0
}

# In any case, as it is, backwards, in base64, in hexadecimal, and all that percent-encoded any number of times, with backslashes,
# or with HTML's character references.
function shares(text, secret, window,   round, before, c) {
  if (secret == "" || text == "") return 0
  # What would take long is withheld.
  if (window && length(secret) > 8192) return 1
  if (window == 0 && length(secret) < 8) {
    gsub(/^["' \t\r\n]+|["' \t\r\n]+$/, "", text)
    return text == secret || decode(text) == secret
  }
  if (index(text, secret)) return 1
  find_needles(secret)
  for (round = 1; round <= 8; round++) {
    if (holds_needle(text, window)) return 1
    if (text ~ /[\\&]/ && holds_needle(unescaped(text), window)) return 1
    before = text
    if (index(text, "%")) text = decode(text)
    if (text == before) return 0
  }
  return 1
}

# What base64 and other ways of writing treat differently from place to place is left out of both sides.
function folded(text) {
  gsub(/[ \t\r\n+\/_="'\\-]/, "", text)
  return tolower(text)
}

# The needles of a secret, found once. A needle of base64 or hexadecimal takes more characters for as much.
function find_needles(secret,   before, whole) {
  if (secret == needles_of) return
  needles_of = secret
  needle_count = 0
  needle(secret, 1)
  needle(backwards(secret), 1)
  needle(to_hex(secret), 2)
  base64_needles(secret)
  whole = encode(secret)
  if (whole != secret) base64_needles(whole)
}

function needle(text, width) {
  text = folded(text)
  if (text == "") return
  needles[++needle_count] = text
  widths[needle_count] = width
}

function holds_needle(text, window,   i, k, size) {
  text = folded(text)
  for (k = 1; k <= needle_count; k++) {
    size = int(window * widths[k])
    if (!window || size > length(needles[k])) {
      if (index(text, needles[k])) return 1
    } else for (i = length(text) - size + 1; i > 0; i--) if (index(needles[k], substr(text, i, size))) return 1
  }
  return 0
}

# Base64 takes three bytes at a time, so what a text becomes depends on how many stand before it. What is left out at both
# ends is what its neighbours have a part in.
function base64_needles(text,   before, whole) {
  for (before = 0; before < 3; before++) {
    whole = to_base64(substr("xx", 1, before) text)
    # A last character that stands for a part of a byte depends on what comes after.
    whole = substr(whole, 1, int((before + length(text)) * 8 / 6))
    whole = substr(whole, before ? before + 2 : 1)
    if (length(whole) > 3) needle(whole, 1.375)
  }
}

function to_hex(text,   i, n, out, part) {
  n = length(text)
  out = part = ""
  for (i = 1; i <= n; i++) {
    part = part sprintf("%02x", form_number[substr(text, i, 1)])
    if (i % 256 == 0) { out = out part; part = "" }
  }
  return out part
}

function backwards(text,   i, n, out, part) {
  n = length(text)
  out = part = ""
  for (i = n; i > 0; i--) {
    part = part substr(text, i, 1)
    if (i % 256 == 0) { out = out part; part = "" }
  }
  return out part
}

# Without backslashes (JSON within JSON) and HTML's character references. In pieces, because cutting each off a long text takes
# time by the square of its length; the last 40 characters of each stay for the next, where an escape may go on.
function unescaped(text,   i, n, out, part, done, last) {
  gsub(/&quot;/, "\"", text)
  gsub(/&apos;/, "'", text)
  gsub(/&lt;/, "<", text)
  gsub(/&gt;/, ">", text)
  gsub(/&amp;/, "\\&", text)
  n = length(text)
  out = part = ""
  for (i = 1; i <= n; i += 512) {
    part = part substr(text, i, 512)
    last = i + 512 > n
    done = ""
    while (match(part, /\\u00[0-9A-Fa-f][0-9A-Fa-f]|\\.|&#[0-9]+;|&#[xX][0-9A-Fa-f]+;/) && (last || RSTART <= length(part) - 40)) {
      done = done substr(part, 1, RSTART - 1) unescaped_character(substr(part, RSTART, RLENGTH))
      part = substr(part, RSTART + RLENGTH)
    }
    if (last) return out done part
    if (length(part) > 40) {
      done = done substr(part, 1, length(part) - 40)
      part = substr(part, length(part) - 39)
    }
    out = out done
  }
}

function unescaped_character(code) {
  if (code ~ /^\\u/) return byte_of(toupper(substr(code, 5, 2)))
  if (code ~ /^\\[nrt]/) return "\n"
  if (code ~ /^\\/) return substr(code, 2)
  if (code ~ /^&#[xX]/) return byte_of(toupper(substr("0" substr(code, 4, length(code) - 4), length(code) - 4, 2)))
  return byte_of(sprintf("%02X", substr(code, 3, length(code) - 3) % 256))
}
