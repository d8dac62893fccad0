# The processes that some processes have started, and those that they have, from lines "<process> <parent>".

BEGIN {
  for (i = 1; i < ARGC; i++) wanted[ARGV[i]] = 1
  ARGC = 1
}

{ parent[$1] = $2 }

END {
  do {
    found = 0
    for (process in parent) if (parent[process] in wanted && !(process in wanted)) {
      wanted[process] = 1
      printf "%s ", process
      found = 1
    }
  } while (found)
}
