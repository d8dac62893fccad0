# The key of an HMAC with SHA-256 (RFC 2104) in the two ways in which it is hashed: from its base64 and what is signed, a line
# each, the outer block in base64, and then, in short lines, the inner block with what is signed.

BEGIN { form_tables() }

NR == 1 { n = from_base64($0, key) }

NR == 2 { text = $0 }

END {
  if (NR != 2 || !n || n > 64) exit 1
  for (i = 1; i <= 64; i++) {
    inner[i] = exclusive_or(key[i] + 0, 54)
    outer[i] = exclusive_or(key[i] + 0, 92)
  }
  for (i = 1; i <= length(text); i++) inner[64 + i] = form_number[substr(text, i, 1)]
  print padded(bytes_to_base64(outer, 64))
  text = padded(bytes_to_base64(inner, 64 + length(text)))
  for (i = 1; i <= length(text); i += 64) print substr(text, i, 64)
}

function exclusive_or(a, b,   bit, out) {
  out = 0
  for (bit = 1; bit < 256; bit *= 2) if (int(a / bit) % 2 != int(b / bit) % 2) out += bit
  return out
}
