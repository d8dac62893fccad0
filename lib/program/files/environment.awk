# The command of run gets none of the secrets of the request, such as a TF_VAR_ variable that Terraform was given: neither as
# it is, nor in JSON, base64, hexadecimal or percent-encoded.

function drop_variables(   name) {
  for (name in ENVIRON) {
    if (name == "PATH" || (name !~ /^ACCESS_TOKEN_(REQUEST|RESPONSE)_/ && !holds_copy(ENVIRON[name] ""))) continue
    if (name !~ /^[A-Za-z0-9_.-]+$/)
      fail(14, "The access token was received, but the command of run was not started: the environment variable " printable(name) " holds a secret of the request, and no shell can remove a variable of that name.")
    print "drop " name
  }
}
