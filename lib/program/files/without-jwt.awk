# In the place of jwt.awk, where nothing is signed and nothing discovered: an awk reads that for longer than it builds a request.

function read_jwts() {
  jwts = 0
}

# What no part of the program says.
function take_signing(line) {
  refuse(50, "The access token request was not made: what reads its secrets says what it was not asked for.")
}

function jwt_of(name) {
  return ""
}
