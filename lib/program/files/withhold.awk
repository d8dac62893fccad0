# Decides what of a server's text may be printed: no control character, not much of it, and nothing that holds a secret.

function printable(text) {
  gsub(/[\t\r\n]/, " ", text)
  gsub(/[^ -~]/, "?", text)
  return (length(text) > 400) ? substr(text, 1, 400) "..." : text
}

function safe(text) {
  return reveals(text) ? "(withheld: it holds the client secret or an access token)" : printable(text)
}

# Whether a text holds the secret as it is, form-encoded, in base64 (alone or within a Basic pair), or in hexadecimal.
function reveals(text,   plain, run) {
  if (client_secret == "" || text == "") return 0
  if (index(text, client_secret) || index(text, encode(client_secret))) return 1
  plain = text
  if (index(decode(plain), client_secret) || index(decode(decode(plain)), client_secret)) return 1
  gsub(/\+/, "%2B", plain)
  if (index(decode(plain), client_secret)) return 1
  while (match(text, /[A-Za-z0-9+\/_-][A-Za-z0-9+\/_-][A-Za-z0-9+\/_-][A-Za-z0-9+\/_-]+/)) {
    run = substr(text, RSTART, RLENGTH)
    text = substr(text, RSTART + RLENGTH)
    if (reveals_run(run)) return 1
  }
  return 0
}

function reveals_run(run,   plain) {
  plain = from_base64(run)
  if (index(plain, client_secret) || index(plain, encode(client_secret))) return 1
  return run ~ /^[0-9A-Fa-f]+$/ && index(from_hex(run), client_secret) > 0
}

function from_base64(text,   i, n, bits, held, out, digits) {
  digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
  gsub(/-/, "+", text)
  gsub(/_/, "/", text)
  out = ""
  held = bits = 0
  n = length(text)
  for (i = 1; i <= n; i++) {
    held = held * 64 + index(digits, substr(text, i, 1)) - 1
    bits += 6
    if (bits >= 8) {
      bits -= 8
      out = out byte(int(held / 2 ^ bits))
      held = held % (2 ^ bits)
    }
  }
  return out
}

function from_hex(text,   i, out) {
  out = ""
  for (i = 1; i < length(text); i += 2) out = out form_byte[toupper(substr(text, i, 2))]
  return out
}

# No secret holds a NUL.
function byte(code) {
  return code ? sprintf("%c", code) : "?"
}
