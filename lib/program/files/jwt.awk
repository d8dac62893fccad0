# The JWTs that are signed for a request (RFC 7515, RFC 7518 section 3, RFC 7519), each for the slot of an argument jwt=<slot>:
#   jwt.<slot>.algorithm, jwt.<slot>.key=<slot>, jwt.<slot>.passphrase=<slot>, jwt.<slot>.lifetime=<seconds>
#   jwt.<slot>.key_id, jwt.<slot>.thumbprint, jwt.<slot>.claim.<name>
# sign.awk signs them, and says so to the request builder:
#   !signing <slot> <header.payload>
#   !signature
#   <base64>
#   !signed
# or "!failed" anywhere, or "!refuse <exit status> <form-encoded text>". "!again <seconds>" before it says that it may succeed the
# next time, and when.

# jwt_slot[1..jwts]; jwt_claims[slot] has members of a JSON object.
function read_jwts(   i, at, name, slot) {
  for (i = 1; i < ARGC; i++) if (index(ARGV[i], "jwt=") == 1) {
    slot = substr(ARGV[i], 5)
    if (!(slot in is_slot)) refuse(10, "The access token request was not made: the JWT " shown(slot) " has no argument secret= of its own.")
    is_jwt[slot] = 1
    jwt_slot[++jwts] = slot
  }
  for (i = 1; i < ARGC; i++) {
    if (!(at = index(ARGV[i], "=")) || !match(ARGV[i], /^jwt\.[a-z0-9_]+\.claim\./) || RLENGTH >= at) continue
    slot = substr(ARGV[i], 5, index(substr(ARGV[i], 5), ".") - 1)
    name = substr(ARGV[i], RLENGTH + 1, at - RLENGTH - 1)
    has_claim[slot, name] = 1
    jwt_claims[slot] = jwt_claims[slot] json_text(name) ":" json_text(decode(substr(ARGV[i], at + 1))) ","
  }
}

function json_text(text,   i, c, out) {
  out = ""
  for (i = 1; i <= length(text); i++) {
    c = substr(text, i, 1)
    if (c == "\"" || c == "\\") c = "\\" c
    else if (c < " ") c = sprintf("\\u%04x", form_number[c])
    out = out c
  }
  return "\"" out "\""
}

function take_signing(line,   part) {
  if (signature_follows) {
    signature_follows = 0
    jwt_signature[signing] = line
    return
  }
  split(line, part, " ")
  if (part[1] == "!endpoint") {
    argument["token_endpoint"] = url = decode(part[2])
    if (part[3] != "") argument["revocation_endpoint"] = decode(part[3])
  }
  else if (part[1] == "!again") again = part[2]
  else if (part[1] == "!refuse") refuse(part[2] + 0, decode(part[3]))
  else if (part[1] == "!signing" && part[2] in is_jwt && signing == "" && !(part[2] in jwt_input)) {
    signing = part[2]
    jwt_input[signing] = part[3]
  } else if (part[1] == "!signature" && signing != "" && !(signing in jwt_signature)) signature_follows = 1
  else if (part[1] == "!signed" && (signing in jwt_signature)) {
    is_signed[signing] = 1
    signing = ""
  } else signing_failed = 1
}

# The JWT of a slot, whose signature has the shape that its algorithm gives it, or a refusal: what a tool that failed halfway
# left is no signature.
function jwt_of(slot,   algorithm, text) {
  algorithm = argument["jwt." slot ".algorithm"]
  if (!signing_failed && is_signed[slot]) {
    text = jose_signature(algorithm, jwt_signature[slot])
    if (text != "") return jwt_input[slot] "." text
  }
  refuse(15, The(slot) " could not be signed with " algorithm " where Terraform runs.\n" (algorithm == "HS256" ? "  Check that openssl works there." : "  Check that " noun(argument["jwt." slot ".key"]) " is " key_for(algorithm) ", that its passphrase is right, and that openssl works there."))
  return ""
}

function key_for(algorithm) {
  return algorithm == "ES256" ? "an EC key of the curve P-256" : algorithm == "ES384" ? "an EC key of the curve P-384" : "an RSA key of 2048 bits or more"
}

# A signature of openssl in base64 as JOSE has it, or "".
function jose_signature(algorithm, text,   byte, n) {
  if (text !~ /^[A-Za-z0-9+\/]+=?=?$/) return ""
  n = from_base64(text, byte)
  if (algorithm == "HS256") return n == 32 ? base64url(text) : ""
  if (algorithm == "RS256" || algorithm == "PS256") return (n >= 256 && n <= 2048 && n % 8 == 0) ? base64url(text) : ""
  return ecdsa_signature(byte, n, algorithm == "ES256" ? 32 : 48)
}

# DER's SEQUENCE of two INTEGERs becomes both of them at their full size (RFC 7518 section 3.4).
function ecdsa_signature(byte, n, size,   at, k, i, bytes, out, long) {
  if (byte[1] != 48 || byte[2] != n - 2) return ""
  at = 3
  for (k = 0; k < 2; k++) {
    if (byte[at] != 2) return ""
    bytes = byte[at + 1]
    at += 2
    for (; bytes > 1 && byte[at] == 0; bytes--) at++
    if (bytes < 1 || bytes > size || at + bytes - 1 > n) return ""
    # A half of a key of a smaller curve.
    if (bytes > size - 16) long = 1
    for (i = 1; i <= size; i++) out[k * size + i] = (i <= size - bytes) ? 0 : byte[at + i - size + bytes - 1]
    at += bytes
  }
  return (long && at == n + 1) ? base64url(bytes_to_base64(out, 2 * size)) : ""
}
