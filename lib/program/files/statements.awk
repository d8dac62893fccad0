# What the request builder states to the judge of the answer, on the pipe that curl writes the answer to afterwards. Each
# line begins with a nonce that the server never sees, so nothing of an answer can be taken for a statement.
#   open_statements()   the first line, "access-token-request <nonce>"
#   state(text)         one further line

function open_statements() {
  nonce = random_nonce()
  print "access-token-request " nonce
}

function state(text) {
  print nonce " " text
}

# 31 bytes at least, though an awk may end a line at NUL, and reads what it can of a broken device.
function random_nonce(   bytes, line, i, out) {
  for (i = 1; i <= 64 && length(bytes) < 32; i++) {
    if ((getline line < "/dev/urandom") <= 0) break
    bytes = bytes substr(line, 1, 32)
  }
  close("/dev/urandom")
  if (length(bytes) < 32) {
    # The judge takes it for what it is: a request that was not built.
    print "access-token-request"
    exit refused = 12
  }
  for (i = 1; i <= 32; i++) out = out sprintf("%02x", form_number[substr(bytes, i, 1)])
  return out
}

# A request that is not made, said by the judge. The request builder's own standard error is curl's configuration.
function refuse(code, text) {
  if (refused) return
  state("say " encode(text))
  state("refuse " code)
  refused = code
}
