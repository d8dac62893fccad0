# application/x-www-form-urlencoded (RFC 6749 appendix B), byte by byte: run under LC_ALL=C.

function form_tables(   i, c) {
  for (i = 1; i < 256; i++) {
    c = sprintf("%c", i)
    form_byte[sprintf("%02X", i)] = c
    form_number[c] = i
    form_code[c] = (c ~ /[A-Za-z0-9_.~-]/) ? c : sprintf("%%%02X", i)
  }
  form_code[" "] = "+"
}

function encode(text,   out, i, n) {
  n = length(text)
  out = ""
  for (i = 1; i <= n; i++) out = out form_code[substr(text, i, 1)]
  return out
}

# What is no valid escape stays as it is.
function decode(text,   out, at, code) {
  gsub(/\+/, " ", text)
  out = ""
  while ((at = index(text, "%")) > 0) {
    code = toupper(substr(text, at + 1, 2))
    out = out substr(text, 1, at - 1)
    if (code in form_byte) {
      out = out form_byte[code]
      text = substr(text, at + 3)
    } else {
      out = out "%"
      text = substr(text, at + 1)
    }
  }
  return out text
}

# The arguments name=value of the program: argument[name] is the decoded value of the last one of a name. The parameters
# of the request body, form.<name>=<value>, stay encoded and in their order: form_name[1..], form_value[1..].
function read_arguments(   i, at, name) {
  form_tables()
  for (i = 1; i < ARGC; i++) {
    if (!(at = index(ARGV[i], "="))) continue
    name = substr(ARGV[i], 1, at - 1)
    argument[name] = decode(substr(ARGV[i], at + 1))
    if (name ~ /^form\./) {
      form_name[++form_count] = substr(name, 6)
      form_value[form_count] = substr(ARGV[i], at + 1)
    }
  }
}
