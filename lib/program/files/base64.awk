# Base64 (RFC 4648), of texts, and of bytes as numbers, since not every awk has NUL in a text.

# Without the padding. busybox awk may be built without "^".
function to_base64(text,   i, n, three, out, part, digits) {
  digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
  n = length(text)
  if (n > 384) {
    out = ""
    for (i = 1; i <= n; i += 384) out = out to_base64(substr(text, i, 384))
    return out
  }
  part = ""
  for (i = 1; i <= n; i += 3) {
    three = form_number[substr(text, i, 1)] * 65536 + form_number[substr(text, i + 1, 1)] * 256 + form_number[substr(text, i + 2, 1)]
    part = part substr(digits, int(three / 262144) + 1, 1) substr(digits, int(three / 4096) % 64 + 1, 1) \
      substr(digits, int(three / 64) % 64 + 1, 1) substr(digits, three % 64 + 1, 1)
  }
  return substr(part, 1, int((n * 8 + 5) / 6))
}

# The bytes of a text in base64: byte[1..], and how many.
function from_base64(text, byte,   i, n, bits, held, digits) {
  digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
  sub(/=+$/, "", text)
  n = bits = held = 0
  for (i = 1; i <= length(text); i++) {
    held = held * 64 + index(digits, substr(text, i, 1)) - 1
    bits += 6
    if (bits < 8) continue
    bits -= 8
    byte[++n] = int(held / power_of_two(bits))
    held = held % power_of_two(bits)
  }
  return n
}

function power_of_two(n,   out) {
  for (out = 1; n > 0; n--) out *= 2
  return out
}

# Without the padding.
function bytes_to_base64(byte, n,   i, out, held, bits, digits) {
  digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
  out = ""
  held = bits = 0
  for (i = 1; i <= n; i++) {
    held = held * 256 + byte[i]
    bits += 8
    while (bits >= 6) {
      bits -= 6
      out = out substr(digits, int(held / power_of_two(bits)) + 1, 1)
      held = held % power_of_two(bits)
    }
  }
  if (bits) out = out substr(digits, held * power_of_two(6 - bits) + 1, 1)
  return out
}

# RFC 4648 section 5, as JOSE has it.
function base64url(text) {
  gsub(/\+/, "-", text)
  gsub(/\//, "_", text)
  sub(/=+$/, "", text)
  return text
}

# openssl reads it only with its padding.
function padded(text) {
  return text substr("===", 1, (4 - length(text) % 4) % 4)
}
