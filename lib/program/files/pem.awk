# A private key in PEM.

# Its line breaks may be written as \n, as in JSON.
function pem_of(slot,   text) {
  text = secret_value[slot]
  gsub(/\\n/, "\n", text)
  gsub(/\r/, "", text)
  return text
}

# What is wrong with it, or "".
function pem_fault(slot, text, passphrase) {
  if (text !~ /-----BEGIN (RSA |EC |ENCRYPTED )?PRIVATE KEY-----/)
    return The(slot) " is no private key in PEM: it has no line -----BEGIN PRIVATE KEY-----.\n  Give the key itself, neither its certificate nor the path of its file."
  if (text ~ /-----BEGIN ENCRYPTED|Proc-Type: 4,ENCRYPTED/ && passphrase == "")
    return The(slot) " is encrypted, and no passphrase is given.\n  Give its passphrase as a Secret, or the key as it is."
  if (passphrase ~ /[\r\n]/)
    return "The passphrase of " noun(slot) " has a line break in it.\n  Check that it is the one that it is meant to be."
  return ""
}
