# A JSON reader (RFC 8259) for one object. No token of JSON spans a line, so the text comes line by line.
#   json_line(text)   the next line
#   json_fault        what is wrong, or ""
#   json_value[name], json_kind[name]   the members of the outermost object; json_twice[name] for a repeated one

function json_line(text,   token) {
  while (json_fault == "") {
    sub(/^[ \t\r]+/, "", text)
    if (text == "") return
    if (json_done) { json_fault = "there is text after it"; return }
    token = substr(text, 1, 1)
    if (token == "\"") {
      token = json_string(text)
      text = json_rest
      if (json_fault == "") json_take("string", token)
    } else if (index("{}[]:,", token)) {
      text = substr(text, 2)
      json_mark(token)
    } else if (match(text, /^-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?/)) {
      token = substr(text, 1, RLENGTH)
      text = substr(text, RLENGTH + 1)
      json_take("number", token)
    } else if (match(text, /^(true|false|null)/)) {
      token = substr(text, 1, RLENGTH)
      text = substr(text, RLENGTH + 1)
      json_take(token == "null" ? "null" : "boolean", token)
    } else json_fault = "it is not JSON"
  }
}

# json_expect: "" value, "k" key or end of object, "K" key, ":" colon, "," comma or end, "v" value or end of array
function json_take(kind, value) {
  if (json_expect == ":" || json_expect == ",") { json_fault = "it is not JSON"; return }
  if (json_expect == "k" || json_expect == "K") {
    if (kind != "string") { json_fault = "it is not JSON"; return }
    if (json_depth == 1) json_name = value
    json_expect = ":"
    return
  }
  if (json_depth == 0) { json_fault = "it is no JSON object"; return }
  if (json_depth == 1) json_member(kind, value)
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
    else if (json_depth == 0 && mark == "[") json_fault = "it is no JSON object"
    else if (json_depth == 64) json_fault = "it is nested too deeply"
    else {
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

# The string that text begins with; json_rest is what follows it.
function json_string(text,   out, c, code, low) {
  text = substr(text, 2)
  out = ""
  while (match(text, /["\\]/)) {
    out = out substr(text, 1, RSTART - 1)
    c = substr(text, RSTART, 1)
    text = substr(text, RSTART + 1)
    if (c == "\"") {
      json_rest = text
      return out
    }
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
      out = out json_utf8(code)
    } else if (c != "" && index("\"\\/", c)) out = out c
    else if (c == "n") out = out "\n"
    else if (c == "r") out = out "\r"
    else if (c == "t") out = out "\t"
    else if (c == "b") out = out "\b"
    else if (c == "f") out = out "\f"
    else json_fault = "it is not JSON"
  }
  json_fault = "it breaks off"
  json_rest = ""
  return ""
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
