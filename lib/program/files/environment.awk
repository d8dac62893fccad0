# The command of run gets none of the secrets of the request, such as a TF_VAR_ variable that Terraform was given: neither as
# it is, nor in JSON, base64, hexadecimal or percent-encoded.

# Whether each variable that holds one can be removed by the shell.
function is_withheld_from_run(   name) {
  for (name in ENVIRON) {
    if (name == "PATH" || (name !~ /^ACCESS_TOKEN_(REQUEST|RESPONSE)_/ && !holds_copy(ENVIRON[name] ""))) continue
    fault_in = name
    if (name !~ /^[A-Za-z0-9_.-]+$/) return 0
    is_dropped[name] = 1
  }
  return 1
}

function drop_variables(   name) {
  for (name in is_dropped) print "drop " name
}
