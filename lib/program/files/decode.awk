BEGIN {
  form_tables()
  printf "%sx", decode(ARGV[1])
  exit
}
