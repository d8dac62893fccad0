# A JSON reader (RFC 8259) for one object. No token of JSON spans a line, so the text comes line by line. A long line is read
# in pieces: cutting each token off a long text takes time by the square of its length.
#   json_line(text)   the next line
#   json_fault        what is wrong, or ""
#   json_value[name], json_kind[name]   the members of the outermost object; json_twice[name] for a repeated one
#   json_inner[name]   the texts of the object whose name is json_inner_of, within the outermost one

function json_line(text,   i, n, rest) {
  n = length(text)
  for (i = 1; i <= n && json_fault == ""; i += 512)
    rest = json_read(rest substr(text, i, 512), i + 512 > n)
  if (json_within && json_fault == "") json_fault = "it breaks off"
}

# Reads what it can of a piece, and returns what needs the next one.
function json_read(text, last,   mark) {
  while (json_fault == "") {
    if (json_within) {
      if (text == "") return ""
      text = json_read_string(text, last)
      if (json_waits) return text
      continue
    }
    sub(/^[ \t\r]+/, "", text)
    if (text == "") return ""
    if (json_done) { json_fault = "there is text after it"; return "" }
    mark = substr(text, 1, 1)
    if (mark == "\"") {
      text = substr(text, 2)
      json_within = 1
      json_text = json_part = ""
    } else if (index("{}[]:,", mark)) {
      text = substr(text, 2)
      json_mark(mark)
    } else if (!last && text ~ /^[-+.0-9A-Za-z]+$/) return text
    else if (match(text, /^-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?/)) {
      mark = substr(text, 1, RLENGTH)
      text = substr(text, RLENGTH + 1)
      json_take("number", mark)
    } else if (match(text, /^(true|false|null)/)) {
      mark = substr(text, 1, RLENGTH)
      text = substr(text, RLENGTH + 1)
      json_take(mark == "null" ? "null" : "boolean", mark)
    } else json_fault = "it is not JSON"
  }
  return ""
}

# What stands within a string, up to its end or the next escape. An escape has twelve characters at most.
function json_read_string(text, last,   c) {
  json_waits = 0
  if (!match(text, /["\\]/)) {
    json_add(text)
    return ""
  }
  c = substr(text, RSTART, 1)
  if (c == "\\" && !last && length(text) - RSTART < 12) {
    json_waits = 1
    return text
  }
  json_add(substr(text, 1, RSTART - 1))
  text = substr(text, RSTART + 1)
  if (c == "\\") return json_escape(text)
  json_within = 0
  json_take("string", json_text json_part)
  return text
}

# Only the names and values of the outermost object matter.
function json_add(text) {
  if (json_depth != 1 && !(json_depth == 2 && json_inside)) return
  json_part = json_part text
  if (length(json_part) > 1024) {
    json_text = json_text json_part
    json_part = ""
  }
}

# json_expect: "" value, "k" key or end of object, "K" key, ":" colon, "," comma or end, "v" value or end of array
function json_take(kind, value) {
  if (json_expect == ":" || json_expect == ",") { json_fault = "it is not JSON"; return }
  if (json_expect == "k" || json_expect == "K") {
    if (kind != "string") { json_fault = "it is not JSON"; return }
    if (json_depth == 1) json_name = value
    else if (json_depth == 2 && json_inside) json_inner_name = value
    json_expect = ":"
    return
  }
  if (json_depth == 0) { json_fault = "it is not a JSON object"; return }
  if (json_depth == 1) json_member(kind, value)
  else if (json_depth == 2 && json_inside && kind == "string") json_inner[json_inner_name] = value
  json_expect = ","
}

function json_member(kind, value) {
  if (json_name in json_kind) json_twice[json_name] = 1
  json_kind[json_name] = kind
  json_value[json_name] = value
}

function json_mark(mark,   opened) {
  if (mark == "{" || mark == "[") {
    if (json_expect == "k" || json_expect == "K" || json_expect == ":" || json_expect == ",") json_fault = "it is not JSON"
    else if (json_depth == 0 && mark == "[") json_fault = "it is not a JSON object"
    else if (json_depth == 64) json_fault = "it is nested too deeply"
    else {
      if (json_depth == 1) json_inside = mark == "{" && json_inner_of != "" && json_name == json_inner_of
      if (json_depth == 1) json_member(mark == "{" ? "object" : "array", "")
      json_open[++json_depth] = mark
      json_expect = (mark == "{") ? "k" : "v"
    }
    return
  }
  opened = json_open[json_depth]
  if (mark == ":") {
    if (json_expect != ":") json_fault = "it is not JSON"
    json_expect = ""
  } else if (mark == ",") {
    if (json_depth == 0 || json_expect != ",") json_fault = "it is not JSON"
    json_expect = (opened == "{") ? "K" : ""
  } else {
    if (json_depth == 0 || (mark == "}") != (opened == "{") || (json_expect != "," && json_expect != (opened == "{" ? "k" : "v")))
      json_fault = "it is not JSON"
    else if (--json_depth == 0) json_done = 1
    json_expect = ","
  }
}

# The escape that text begins with, after its backslash.
function json_escape(text,   c, code, low) {
  c = substr(text, 1, 1)
  text = substr(text, 2)
  if (c == "u") {
    code = json_hex(substr(text, 1, 4))
    text = substr(text, 5)
    if (code >= 55296 && code < 56320 && substr(text, 1, 2) == "\\u") {
      low = json_hex(substr(text, 3, 4))
      if (low >= 56320 && low < 57344) {
        code = 65536 + (code - 55296) * 1024 + low - 56320
        text = substr(text, 7)
      }
    }
    json_add(json_utf8(code))
  } else if (c != "" && index("\"\\/", c)) json_add(c)
  else if (c == "n") json_add("\n")
  else if (c == "r") json_add("\r")
  else if (c == "t") json_add("\t")
  else if (c == "b") json_add("\b")
  else if (c == "f") json_add("\f")
  else json_fault = "it is not JSON"
  return text
}

function json_hex(text,   i, digit, n) {
  n = 0
  for (i = 1; i <= 4; i++) {
    digit = index("0123456789abcdef", tolower(substr(text, i, 1)))
    if (digit == 0 || substr(text, i, 1) == "") { json_fault = "it is not JSON"; return 63 }
    n = n * 16 + digit - 1
  }
  return n
}

function json_utf8(code) {
  if (code == 0) return "?"
  if (code < 128) return sprintf("%c", code)
  if (code < 2048) return sprintf("%c%c", 192 + int(code / 64), 128 + code % 64)
  if (code < 65536) return sprintf("%c%c%c", 224 + int(code / 4096), 128 + int(code / 64) % 64, 128 + code % 64)
  return sprintf("%c%c%c%c", 240 + int(code / 262144), 128 + int(code / 4096) % 64, 128 + int(code / 64) % 64, 128 + code % 64)
}

# A text within the quotes of JSON, on one line.
function json_quoted(text,   i, n, c, out) {
  n = length(text)
  out = ""
  if (n > 512) {
    for (i = 1; i <= n; i += 512) out = out json_quoted(substr(text, i, 512))
    return out
  }
  for (i = 1; i <= n; i++) {
    c = substr(text, i, 1)
    if (c == "\"" || c == "\\") c = "\\" c
    else if (c < " ") c = " "
    out = out c
  }
  return out
}
