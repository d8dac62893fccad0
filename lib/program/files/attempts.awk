# The attempts at one request: what the shell hands on from each to the next, as the arguments
#   attempt=<how many there were>, since=<when the first one began>, waited=<the seconds between them>

function open_attempts() {
  attempt = argument["attempt"] + 1
  waited = argument["waited"] + 0
  since = (argument["since"] == "") ? clock() : argument["since"] + 0
}

# The seconds since the first attempt began. A clock that was set back in the meantime does not make them less than the waits.
function spent(now,   seconds) {
  seconds = int(now - since)
  return (seconds < waited) ? waited : seconds
}
