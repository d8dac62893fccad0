# Reads a secret up to the "x<status>" that the shell wrote behind it, and writes it as one line, "<slot> <status> <form-encoded>".

BEGIN {
  read_arguments()
  ARGC = 1
}

{ text = (NR == 1) ? $0 : text "\n" $0 }

END {
  if (!match(text, /x[0-9]+$/)) {
    print slot " " (length(text) > 65000 ? "large" : "broken")
    exit
  }
  status = substr(text, RSTART + 1)
  text = substr(text, 1, RSTART - 1)
  if (length(text) > 65536) {
    print slot " large"
    exit
  }
  # Editors and most commands end what they write with one newline that is no part of the secret.
  if (argument[slot ".final_newline"] != "keep" && text ~ /\n$/) text = substr(text, 1, length(text) - 1)
  print slot " " status " " encode(text)
}
