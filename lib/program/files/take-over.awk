# Takes the arguments, and then the journal, from the judge that hands over: an argument is no program text.

BEGIN { if (ARGC == 1) take_over() }

function take_over(   text) {
  while ((getline text) > 0 && text != "journal") ARGV[ARGC++] = decode(substr(text, 10))
}
