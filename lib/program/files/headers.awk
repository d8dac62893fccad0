# The header fields of the answer, which curl writes before the body: header[name in small letters]. Proxies and interim responses
# have blocks of their own before it; the last block counts.

# Whether a line belongs to them.
function take_header(text,   at) {
  if (body_began) return 0
  header_bytes += length(text) + 1
  sub(/\r$/, "", text)
  if (!in_header) {
    if (text !~ /^HTTP\/[0-9.]+ [0-9][0-9][0-9]/) {
      body_began = 1
      return 0
    }
    split("", header)
    return in_header = 1
  }
  if (text == "") in_header = 0
  else if ((at = index(text, ":"))) {
    header[tolower(substr(text, 1, at - 1))] = substr(text, at + 1)
    sub(/^[ \t]+/, "", header[tolower(substr(text, 1, at - 1))])
  }
  return 1
}
