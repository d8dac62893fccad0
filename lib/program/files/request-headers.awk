# Header fields of the request besides the program's own: header.<name>=<value>. None of them is secret.

function add_headers(   name, value, field) {
  for (name in argument) {
    if (index(name, "header.") != 1) continue
    field = substr(name, 8)
    value = argument[name]
    if (field !~ /^[A-Za-z0-9_-]+$/ || value ~ /[\001-\037\177]/ || value ~ /^[ ]*$/)
      refuse(10, "The access token request was not made: the header " shown(field) " has no value, or one with a line break or another control character.")
    option("header", field ": " value)
  }
}
