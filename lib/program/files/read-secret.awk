# Reads a secret up to the "x<status>" that the shell wrote behind it, and writes it as one form-encoded line.

BEGIN { form_tables() }
{ text = (NR == 1) ? $0 : text "\n" $0 }
END {
  if (!match(text, /x[0-9]+$/)) {
    print "too large"
    exit
  }
  status = substr(text, RSTART + 1)
  text = substr(text, 1, RSTART - 1)
  # Editors and most commands end what they write with one newline that is no part of the secret.
  if (keep != "true" && text ~ /\n$/) text = substr(text, 1, length(text) - 1)
  print "status=" status
  print "client_secret=" encode(text)
}
