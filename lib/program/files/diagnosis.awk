# How a failure is told: what happened, where was asked, what came back, and the likely causes; then the verdict.

function fail(code, text, hint,   error, description) {
  print text > "/dev/stderr"
  print "  token endpoint: " printable(url) > "/dev/stderr"
  if (status) print "  status: " status > "/dev/stderr"
  if (message != "") print "  curl: " safe(without_proxy(message)) > "/dev/stderr"
  if (target != "") print "  redirect to: " safe(target) > "/dev/stderr"
  error = json_kind["error"] == "string" ? json_value["error"] : ""
  description = json_kind["error_description"] == "string" ? json_value["error_description"] : json_kind["description"] == "string" ? json_value["description"] : ""
  # What is not printed reveals nothing, and takes no time.
  error = substr(error, 1, 401)
  description = substr(description, 1, 401)
  # A secret may be in two parts.
  if (!reveals(error) && !reveals(description) && reveals(error description)) error = description = "(withheld)"
  if (error != "") print "  error: " words_of(error) > "/dev/stderr"
  if (description != "") print "  error_description: " words_of(description) > "/dev/stderr"
  if (hint != "") {
    print "Likely causes, most likely first:" > "/dev/stderr"
    causes_of_status(json_kind["error"] == "string" ? json_value["error"] : "", error " " description " " json_value["description"])
  }
  verdict(code)
}
