# What the request builder states to the judge of the answer, on the pipe that curl writes the answer to afterwards. Each
# line begins with a nonce that the server never sees, so nothing of an answer can be taken for a statement.
#   open_statements()   the first line, "access-token-request <nonce>"
#   state(text)         one further line

function open_statements() {
  nonce = random_hex()
  # The judge takes it for what it is: a request that was not built.
  if (nonce == "") {
    print "access-token-request"
    exit refused = 12
  }
  print "access-token-request " nonce
}

function state(text) {
  print nonce " " text
}

# A request that is not made, said by the judge. The request builder's own standard error is curl's configuration.
function refuse(code, text) {
  if (refused) return
  state("say " encode(text))
  state("refuse " code)
  refused = code
}
