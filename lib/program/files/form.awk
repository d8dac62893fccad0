# application/x-www-form-urlencoded (RFC 6749 appendix B), byte by byte: run under LC_ALL=C.

# form_number[c] is the number of a byte.
function form_tables(   i) {
  for (i = 1; i < 256; i++) form_number[sprintf("%c", i)] = i
  form_code[" "] = "+"
}

# The byte of two hexadecimal digits in capitals, or "" where they are none, or 00.
function byte_of(code,   digits, number) {
  if (code in form_byte) return form_byte[code]
  digits = "0123456789ABCDEF"
  number = (code ~ /^[0-9A-F][0-9A-F]$/) ? (index(digits, substr(code, 1, 1)) - 1) * 16 + index(digits, substr(code, 2, 1)) - 1 : 0
  return form_byte[code] = number ? sprintf("%c", number) : ""
}

function code_of(c) {
  return form_code[c] = (c ~ /[A-Za-z0-9_.~-]/) ? c : (c in form_number) ? sprintf("%%%02X", form_number[c]) : ""
}

# A text is taken in pieces, because joining one character at a time to a long text takes time by the square of its length.
function encode(text,   out, part, i, n, c) {
  if (text !~ /[^A-Za-z0-9_.~-]/) return text
  n = length(text)
  if (n > 512) {
    out = ""
    for (i = 1; i <= n; i += 512) out = out encode(substr(text, i, 512))
    return out
  }
  part = ""
  for (i = 1; i <= n; i++) {
    c = substr(text, i, 1)
    part = part ((c in form_code) ? form_code[c] : code_of(c))
  }
  return part
}

# What is no valid escape stays as it is.
function decode(text,   out, piece, at, i, n) {
  n = length(text)
  if (n <= 512) return decode_piece(text)
  out = ""
  for (i = 1; i <= n; i += length(piece)) {
    piece = substr(text, i, 512)
    # An escape stays whole.
    at = index(substr(piece, length(piece) - 1), "%")
    if (at && i + length(piece) <= n) piece = substr(piece, 1, length(piece) - 3 + at)
    out = out decode_piece(piece)
  }
  return out
}

function decode_piece(text,   out, at, c) {
  gsub(/\+/, " ", text)
  out = ""
  while ((at = index(text, "%")) > 0) {
    c = byte_of(toupper(substr(text, at + 1, 2)))
    out = out substr(text, 1, at - 1)
    if (c != "") {
      out = out c
      text = substr(text, at + 3)
    } else {
      out = out "%"
      text = substr(text, at + 1)
    }
  }
  return out text
}

# The arguments name=value of the program: argument[name] is the decoded value of the last one of a name. The parameters
# of the request body are in their order: form_name[1..], and form_value[1..], which stays encoded; where form_secret[1..] is
# set, it is the slot of a secret. Their arguments are form.<name>=<value> and form_secret.<name>=<slot>.
function read_arguments(   i, at, name) {
  form_tables()
  for (i = 1; i < ARGC; i++) {
    if (!(at = index(ARGV[i], "="))) continue
    name = substr(ARGV[i], 1, at - 1)
    argument[name] = decode(substr(ARGV[i], at + 1))
    if (name ~ /^form(_secret)?\./) {
      form_name[++form_count] = substr(name, index(name, ".") + 1)
      form_value[form_count] = substr(ARGV[i], at + 1)
      form_secret[form_count] = name ~ /^form_secret/
    }
  }
}
