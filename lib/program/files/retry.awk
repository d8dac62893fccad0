# Whether a request that failed is made again, and when. The argument retry is how often at most.

# Failures of the connection that another attempt may not meet (curl's exit statuses).
function try_connection_again() {
  if (curl == 5 || curl == 6 || curl == 7 || curl == 97 || (curl == 28 && message ~ /onnect/)) try_again()
  else if (taken_once()) return
  else if (curl == 35) { if (message ~ /reset|SYSCALL|EOF|closed|terminated/) try_again() }
  else if (curl == 56) { if (message !~ /alert|certificate|CONNECT/ || message ~ / (429|502|503|504)/) try_again() }
  else if (curl == 16 || curl == 18 || curl == 28 || curl == 52 || curl == 55 || curl == 92 || curl == 95) try_again()
}

# Statuses that say of themselves that they may pass. Genesys Cloud throttles with 400.
function try_answer_again() {
  judge_words()
  if (taken_once()) return
  if (status == 408 || status == 425 || status == 500 || status == 502 || status == 503 || status == 504 || throttled())
    try_again()
}

# The issuer's metadata may be there the next time. No secret was sent for them.
function try_discovery_again() {
  if (asked_at_discovery != "") try_again()
}

# A server may have taken what it takes once, and would refuse the next attempt for that: the last answer must not hide the first.
# What is signed here is signed anew.
function taken_once(   i) {
  if (argument["client_authentication"] == "client_assertion") return 1
  for (i = 1; i <= form_count; i++)
    if (form_name[i] ~ /^(refresh_token|assertion|code|device_code)$/ && form_secret[i] && form_value[i] in secret_value && !is_signed_here(form_value[i])) return 1
  return 0
}

function is_signed_here(slot) {
  return ("jwt." slot ".algorithm") in argument
}

# Ends this attempt without a verdict, or sets what is told of those that there were.
function try_again(   now, left, wait, i) {
  now = clock()
  told_attempts = attempt
  told_seconds = spent(now)
  if (argument["retry"] !~ /^[1-9][0-9]?$/ || attempt > argument["retry"] + 0) return
  left = (argument["timeout"] == "" ? 30 : argument["timeout"]) - told_seconds - 1
  asked = (asked_at_discovery != "") ? asked_at_discovery : seconds_to_wait(now)
  if (asked > left) {
    told_wait = asked
    return
  }
  wait = backoff()
  if (wait < asked) wait = asked
  if (wait > left) wait = left
  if (wait < 1) return
  # Standard input can be read once.
  for (i in secret_value) if (argument[i ".source"] == "stdin") print "keep " i "=" encode(secret_value[i])
  print "again " wait " attempt=" attempt " since=" since " waited=" waited + wait
  exit
}

# From one second to 2, 4, 8, 16 or 32, at random: those who failed at one time must not come back at one time.
function backoff(   most, i) {
  most = 2
  for (i = 1; i < attempt && most < 32; i++) most *= 2
  return 1 + int(most * (hex_number(substr(nonce, 1, 1)) * 16 + hex_number(substr(nonce, 2, 1))) / 256)
}

function hex_number(digit) {
  return index("0123456789abcdef", digit) - 1
}

function tell_attempts() {
  if (told_attempts > 1) print "  attempts: " told_attempts " in " told_seconds " seconds" > "/dev/stderr"
  if (told_wait) print "  The server wants " (told_wait > 999999 ? "more than 11 days" : told_wait " seconds") " of waiting (Retry-After), which is more than is left of timeoutSeconds: raise it, or run this again later." > "/dev/stderr"
}
