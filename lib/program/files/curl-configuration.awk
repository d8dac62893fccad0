# curl's configuration, written to a pipe that only curl reads: this awk's standard error.

# curl up to 7.88 reads a line of 100 KiB at most.
function option(name, value,   line) {
  line = name " = \"" quoted(value) "\"\n"
  if (length(line) > 102399) refuse(11, "The access token request was not made: what it sends has more than the 100 KiB that curl reads of one option.\n  Check that each secret is the one that it is meant to be.")
  configuration = configuration line
}

# The last line lets curl use the protocol, which the first one forbids: with any of it missing, curl sends nothing.
function write_configuration(url,   protocol) {
  protocol = (tolower(url) ~ /^http:/) ? "http" : "https"
  # A proxy would see the secret.
  if (protocol == "http") option("noproxy", "*")
  option("url", url)
  if (refused) return
  if (pem != "") print pem "\nend" > "/dev/stderr"
  printf "%s", "proto = \"-all\"\n" configuration "proto = \"=" protocol "\"\n" > "/dev/stderr"
}

function quoted(value,   i, c, out, part, n) {
  n = length(value)
  out = part = ""
  for (i = 1; i <= n; i++) {
    c = substr(value, i, 1)
    if (c == "\\" || c == "\"") c = "\\" c
    else if (c == "\n") c = "\\n"
    else if (c == "\r") c = "\\r"
    else if (c == "\t") c = "\\t"
    else if (c == "\v") c = "\\v"
    part = part c
    if (i % 256 == 0) { out = out part; part = "" }
  }
  return out part
}
