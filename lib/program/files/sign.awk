# Signs the JWTs of a request: between what reads its secrets, whose lines it passes on, and the request builder. openssl writes
# to the same pipe as this awk does, so neither a key nor a signature is anywhere but in pipes.

BEGIN {
  read_arguments()
  read_slots()
  read_jwts()
  ARGC = 1
}

{
  print
  take_secret($0)
}

END {
  for (i = 1; i <= jwts && !refused && !late; i++) sign(jwt_slot[i])
}

# What is wrong with an argument or a secret, the request builder finds too, and says so.
function refuse(code, text) {
  refused = code
}

function refuse_signing(code, text) {
  print "!refuse " code " " encode(text)
  refused = code
}

function sign(slot,   algorithm, key, passphrase, phrase, pem, fault, command) {
  algorithm = argument["jwt." slot ".algorithm"]
  if (algorithm !~ /^(RS256|PS256|ES256|ES384|HS256)$/) {
    refuse_signing(10, "The access token request was not made: the algorithm " shown(algorithm) " is not one of RS256, PS256, ES256, ES384 and HS256.")
    return
  }
  key = argument["jwt." slot ".key"]
  passphrase = argument["jwt." slot ".passphrase"]
  if (!(key in is_slot) || (passphrase != "" && !(passphrase in is_slot))) {
    refuse_signing(10, "The access token request was not made: the key of " noun(slot) ", or its passphrase, is declared by no argument.")
    return
  }
  resolve_secret(key)
  phrase = ""
  if (passphrase != "") {
    resolve_secret(passphrase)
    phrase = secret_value[passphrase] ""
  }
  if (refused || secret_value[key] == "") return
  if (algorithm == "HS256") {
    announce(slot, algorithm)
    if (refused) return
    command = ". \"$_here/sign.sh\" && sign_by_secret " (length(secret_value[key]) > 64 ? "long" : "short")
    print padded(to_base64(secret_value[key])) "\n" input | command
  } else {
    pem = pem_of(key)
    fault = pem_fault(key, pem, phrase)
    if (fault != "") refuse_signing(15, fault)
    else announce(slot, algorithm)
    if (refused) return
    command = ". \"$_here/sign.sh\" && sign_by_key " digest_options(algorithm)
    print phrase "\n" input "\n" pem | command
  }
  close(command)
}

# What tells the server which key it is: kid, x5t or x5t#S256 (RFC 7515 section 4.1).
function key_names(slot,   out, text, hex, byte, i, n) {
  out = ""
  text = argument["jwt." slot ".key_id"]
  if (text != "") out = ",\"kid\":" json_text(text)
  text = argument["jwt." slot ".thumbprint"]
  if (text == "") return out
  hex = toupper(text)
  gsub(/:/, "", hex)
  n = length(hex)
  if ((n == 40 || n == 64) && hex !~ /[^0-9A-F]/) {
    for (i = 1; i <= n / 2; i++) byte[i] = form_number[byte_of(substr(hex, 2 * i - 1, 2))] + 0
    text = bytes_to_base64(byte, n / 2)
  }
  text = base64url(text)
  if ((length(text) != 27 && length(text) != 43) || text ~ /[^A-Za-z0-9_-]/)
    refuse_signing(10, "The access token request was not made: the certificate's thumbprint " shown(text) " is none.\n  Give its SHA-1 or SHA-256, in hexadecimal or base64url.")
  return out "," (length(text) == 27 ? "\"x5t\":" : "\"x5t#S256\":") json_text(text)
}

function digest_options(algorithm) {
  if (algorithm == "PS256") return "-sha256 -sigopt rsa_padding_mode:pss -sigopt rsa_pss_saltlen:-1"
  return algorithm == "ES384" ? "-sha384" : "-sha256"
}

# Tells what is signed: the header and the claims, with the time and an id of their own (RFC 7523 section 3).
function announce(slot, algorithm,   now, id, lifetime, header) {
  now = clock()
  id = random_hex()
  lifetime = argument["jwt." slot ".lifetime"]
  if (lifetime == "") lifetime = 60
  if (id == "" || now !~ /^[0-9]+(\.[0-9]+)?$/) refuse_signing(12, "The access token request was not made: the machine that runs Terraform gives no random bytes, or no time.")
  else if (lifetime !~ /^[1-9][0-9]*$/ || length(lifetime) > 5) refuse_signing(10, "The access token request was not made: the lifetime of " noun(slot) " is " shown(lifetime) ". Allowed: whole seconds from 1 to 99999.")
  header = "{\"alg\":\"" algorithm "\",\"typ\":\"JWT\"" key_names(slot) "}"
  if (refused) return
  now = int(now)
  input = base64url(to_base64(header)) "." \
    base64url(to_base64("{" jwt_claims[slot] ((slot, "aud") in has_claim ? "" : "\"aud\":" json_text(argument["token_endpoint"]) ",") \
      sprintf("\"iat\":%d,\"exp\":%d,", now, now + lifetime) "\"jti\":\"" id "\"}"))
  print "!signing " slot " " input
  fflush()
}
