# Gives what this judge has read to the one that can say what went wrong (failure.sh). Most requests succeed, and an awk reads those
# files for longer than it judges.

function otherwise(   judge, i) {
  judge = ". \"$_here/failure.sh\""
  for (i = 1; i < arguments; i++) print "argument " encode(ARGV[i]) | judge
  if (argument["since"] == "") print "argument since=" since | judge
  print "journal" | judge
  for (i = 1; i <= journal_lines; i++) print journal[i] | judge
  close(judge)
}
