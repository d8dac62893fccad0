# Seconds since 1970: srand gives the seed before, which is the time of the call before.

function clock() {
  srand()
  return srand()
}
