#!/bin/sh
{ # All of it is one command, so that no shell begins with a file that is cut off, or reads on in one that was replaced.

# Program of cdktf-oauth2-token, version 1: the checks know it by this line, and what its arguments mean by the version.
# Makes one access token request (RFC 6749 section 3.2) when Terraform runs. ../README.md has the model: who tells whom what,
# and what all of it has to be for exit status 0.
#
# Its arguments are form-encoded name=value pairs and hold no secret; an argument without "=" is the label that
# Terraform adds for a local-exec provisioner. Secrets come from the environment, from standard input, or are read here;
# they only ever pass through pipes, because an argument vector, a heredoc and a file can be read by others.
#
# Variables begin with "_": those of the environment are left as they are for the commands that are started here.

# This assignment alone makes bash a POSIX shell: one in which a function that the environment holds is no special builtin,
# and which sees a signal while it reads. It comes first, because every command may be such a function.
POSIXLY_CORRECT=${POSIXLY_CORRECT-1}
# What the environment may have switched on: tracing above all, which would print the access token.
{ set -f -u +a +e +m +v +x; } 2>/dev/null
unset -f awk cat command command_not_found_handle curl echo env head kill openssl print printf ps read sleep wait [ 2>/dev/null
# Where awk is started, bash is no POSIX shell.
unset -f exec 2>/dev/null
# A script that Terraform runs must not depend on the search path being set.
PATH=${PATH:-/usr/local/bin:/usr/bin:/bin}
export PATH
# Would make curl write the TLS session keys, and gawk its memory, to a file; and gawk give up while it reads.
unset SSLKEYLOGFILE GAWK_PERSIST_FILE GAWK_READ_TIMEOUT
# Would be the longest that read waits, in ksh93 even after unset.
# shellcheck disable=SC2034
TMOUT=0
# The token of an earlier request must never be taken for that of this one; and what will hold a secret must not be exported.
unset ACCESS_TOKEN _key _kept _line _text
IFS=' 	
'
_here=${0%/*}
[ "$_here" = "$0" ] && _here=.

# Ends the program before anything was started.
unmade() {
  echo "The access token request was not made: $2" >&2
  exit "$1"
}

# What the arguments say to the shell.
read_arguments() {
  _output=none _timeout=30 _run='' _slots='' _reads='' _stdin='' _signs='' _pem='' _issuer='' _retry='' _revoke='' _tolerate=''
  for _argument; do
    _name=${_argument%%=*}
    case $_name in
      output) _output=${_argument#*=} ;;
      timeout) _timeout=${_argument#*=} ;;
      retry) _retry=yes ;;
      run) [ -n "$_run" ] || _run=${_argument#*=} ;;
      secret)
        _slots="$_slots ${_argument#*=}"
        [ "${_argument#*=}" != tls_key ] || _pem=yes
        ;;
      form.* | form_secret.* | header.* | jwt.*) ;;
      issuer) _issuer=yes ;;
      revocation_endpoint) _revoke=yes ;;
      revocation_failure) [ "${_argument#*=}" != tolerate ] || _tolerate=yes ;;
      jwt) _signs=yes ;;
      *.file | *.command) case " $_reads " in *" ${_name%.*} "*) ;; *) _reads="$_reads ${_name%.*}" ;; esac ;;
      *.source) _stdin=yes ;;
    esac
  done
  [ -n "$_slots" ] || _slots=client_secret
  # A number that the request builder refuses must not become a time to wait.
  case $_timeout in '' | *[!0-9]* | ?????*) _timeout=30 ;; esac
}

read_arguments "$@"
_kept='' _since='' _ended='' _what='access token request' _tools='awk curl head'
case $_output in none | json | run) ;; *) unmade 10 "the argument output must be none, json or run." ;; esac
# exec without a command succeeds, and takes a word with "-" for an option.
case $_output$_run in run | run-* | run%2[Dd]*) unmade 10 "the command of run is missing, or begins with \"-\"." ;; esac
[ -z "$_reads$_stdin$_signs$_retry" ] || _tools="$_tools sleep"
[ -z "$_reads$_stdin$_signs" ] || _tools="$_tools cat"
[ -z "$_signs" ] || _tools="$_tools openssl"
for _tool in $_tools; do
  command -v "$_tool" >/dev/null 2>&1 ||
    unmade 12 "$_tool is not on the PATH of the machine that runs Terraform. Install it there."
done

# curl reads the key by the name of a pipe. ksh93's pipes are sockets, which have none.
[ -z "$_pem" ] || echo | cat /dev/fd/0 >/dev/null 2>&1 ||
  unmade 12 "the TLS key cannot be given to curl under this shell. Give it as Secret.fromFile, or another shell."

# The value of an argument, with an "x" behind it that keeps the shell from dropping newlines.
decoded() {
  case $1 in
    *[%+]*) LC_ALL=C awk -f "$_here/form.awk" -f "$_here/decode.awk" -- "$1" ;;
    *) echo "$1x" ;;
  esac
}

# The value of an argument in _word, or a failure where awk could not give all of it.
word() {
  _word=$(decoded "${1#*=}")
  case $_word in *x) _word=${_word%x} ;; *) return 1 ;; esac
}

# Runs what may hang, with the input on 7, for at most $_left seconds. Its process id goes to supervise, so that a signal to
# this program can end it. Who watches the time is no child of what may be killed, and so is there when all else is gone.
watched() {
  # With exec the process id is that of the command under every shell.
  exec "$@" <&7 5>&- 6<&- 7<&- 8>&- 9>&- &
  _pid=$!
  # yash goes on where it cannot fork, and 0 would be all of the process group.
  [ "$_pid" -gt 0 ] || return 126
  echo "pid $_pid" >&5
  watch_time &
  _watch=$!
  [ "$_watch" != "$_pid" ] || kill -9 "$_pid"
  # Some shells tell of a command that was ended.
  wait "$_pid" 2>/dev/null
  _status=$?
  # No shell misses this signal while it begins to wait.
  kill -9 "$_watch" 2>/dev/null
  return "$_status"
}

watch_time() {
  # Not where it is called: a shell may keep what it redirects for a function, and with it a pipe open.
  exec >/dev/null 6<&- 7<&- 8>&-
  # shellcheck disable=SC2217 # What it does not read, others may wait for.
  exec sleep "$_left" </dev/null 2>/dev/null 5>&- 9>&- &
  [ "$!" -gt 0 ] || end_command
  echo "timer $!" >&5
  wait "$!"
  # A process of its own: once the command has ended, this one is killed.
  end_command &
}

end_command() {
  echo late >&9
  exec 9>&-
  end_all -15 "$_pid"
  # What is left of it after a second may keep the pipe open, so that the request builder waits.
  # shellcheck disable=SC2217
  sleep 1 </dev/null 2>/dev/null 5>&-
  # shellcheck disable=SC2086
  end_all -9 $_all
  echo late >&5
}

# Ends processes by a signal, and what they have started until now, where ps can tell: before them, because then nobody is its
# parent any more.
end_all() {
  _signal=$1
  shift
  _all="$(ps -A -o pid= -o ppid= 2>/dev/null | LC_ALL=C awk -f "$_here/descendants.awk" -- "$@") $*"
  # shellcheck disable=SC2086
  kill "$_signal" $_all 2>/dev/null
}

# A secret's own command, from its arguments in their order.
run_secret_command() {
  for _argument; do
    shift
    case $_argument in
      "$_slot".command=*)
        word "$_argument" || exit
        set -- "$@" "$_word"
        ;;
    esac
  done
  # What exec would take for an option is no command.
  case ${1-} in '' | -*) return 127 ;; esac
  watched "$@" 7</dev/null
}

# What is read here of the secret of $_slot; then "x" and the status, without which it is not whole. head bounds it, whatever
# the path or the command turns out to be.
contents() {
  for _argument; do
    case $_argument in
      "$_slot".command=*)
        # What the command leaves behind may keep the pipe open, so reading it is watched too.
        { run_secret_command "$@"; echo "x$?"; } | watched head -c 65600 7<&0
        return
        ;;
      "$_slot".file=*) word "$_argument" || exit ;;
    esac
  done
  case $_word in -*) _word=./$_word ;; esac
  watched head -c 65537 "$_word" 7</dev/null 2>/dev/null
  echo "x$?"
}

clock() { LC_ALL=C awk 'BEGIN { srand(); printf "%d", srand() }'; }

# Every secret that is neither in the environment nor known to the request builder otherwise, each as one form-encoded line:
# only so does each byte of it survive. All attempts have one deadline.
secrets() {
  exec 9>&1
  _left=$_timeout _began=$_since
  case $_stdin$_reads in "yes "* | " "*" "*) [ -n "$_began" ] || _began=$(clock) ;; esac
  if [ -n "$_kept" ]; then put "$_kept"
  elif [ -n "$_stdin" ]; then
    # What Terraform passes has no newline at its end, and the next secret is a line of its own. In a shell of its own, since
    # bash tells of a process that was killed when it starts the next one.
    (watched head -c 786432 7<&6; echo)
  fi
  for _slot in $_reads; do
    case " $_slots " in *" $_slot "*) ;; *) continue ;; esac
    [ -z "$_began" ] || _left=$((_timeout + _began - $(clock)))
    [ "$_left" -gt 0 ] || _left=0
    # The clock may have been set back.
    [ "$_left" -le "$_timeout" ] || _left=$_timeout
    contents "$@" |
      LC_ALL=C awk -v slot="$_slot" -f "$_here/form.awk" -f "$_here/read-secret.awk" -- "$@" 9>&-
  done
}

# The line of the issuer's metadata that the request builder wants. None of it is secret.
discover() {
  as_awk
  _pem='' _again=''
  for _place in 1 2; do
    _found=$(
      awk -v place="$_place" -v slots="$_slots" -f "$_here/form.awk" -f "$_here/printable.awk" -f "$_here/words.awk" -f "$_here/clock.awk" -f "$_here/attempts.awk" \
        -f "$_here/pem.awk" -f "$_here/tls.awk" -f "$_here/endpoint.awk" -f "$_here/curl-configuration.awk" \
        -f "$_here/ask-metadata.awk" -- "$@" 2>&1 >/dev/null </dev/null | fetch 7<&0 2>/dev/null | head -c 327680 |
        awk -v place="$_place" -v again="$_again" -f "$_here/form.awk" -f "$_here/printable.awk" -f "$_here/words.awk" -f "$_here/clock.awk" -f "$_here/json.awk" \
          -f "$_here/headers.awk" -f "$_here/http-date.awk" -f "$_here/endpoint.awk" \
          -f "$_here/read-metadata.awk" -- "$@"
    )
    case $_found in '!elsewhere'*) _again=${_found#!elsewhere} ;; *) break ;; esac
  done
  echo "$_found"
}

# Signs what is to be signed with the secrets that it reads, and passes them on. A tool of it may hang.
sign() {
  exec 7<&0 9>&1
  LC_ALL=C
  export LC_ALL _here
  _left=$_timeout
  watched awk -f "$_here/form.awk" -f "$_here/base64.awk" -f "$_here/printable.awk" -f "$_here/words.awk" -f "$_here/random.awk" -f "$_here/clock.awk" -f "$_here/secrets.awk" \
    -f "$_here/jwt.awk" -f "$_here/pem.awk" -f "$_here/sign.awk" -- "$@"
}

# What the request builder reads.
inputs() {
  case $_signs,$_issuer$_reads$_stdin in
    yes,) sign "$@" </dev/null ;;
    yes,*) found "$@" | sign "$@" ;;
    *) found "$@" ;;
  esac
}

found() {
  [ -z "$_issuer" ] || (discover "$@")
  [ -z "$_reads$_stdin" ] || secrets "$@"
}

# The environment of an awk: bytes are characters, and gawk knows /dev/stderr, which may be no file that can be opened.
as_awk() {
  LC_ALL=C
  export LC_ALL
  unset POSIXLY_CORRECT
}

# Statements on standard output, curl's configuration where curl reads it. awk knows a second output by one name only.
build() {
  as_awk
  if [ -n "$_signs$_issuer" ]; then set -- -f "$_here/base64.awk" -f "$_here/jwt.awk" -- "$@"
  else set -- -f "$_here/without-jwt.awk" -- "$@"; fi
  exec awk -f "$_here/form.awk" -f "$_here/printable.awk" -f "$_here/words.awk" -f "$_here/random.awk" -f "$_here/clock.awk" -f "$_here/attempts.awk" \
    -f "$_here/statements.awk" -f "$_here/secrets.awk" -f "$_here/pem.awk" -f "$_here/tls.awk" -f "$_here/endpoint.awk" \
    -f "$_here/client-authentication.awk" -f "$_here/request-headers.awk" -f "$_here/curl-configuration.awk" -f "$_here/build.awk" "$@"
}

# Becomes curl, whose configuration is its input, or is what comes behind a key.
send() {
  exec curl -q --silent --globoff --config "$1" 5>&- 6<&- 7<&- 8>&-
}

# The answer, with what curl's write-out adds, and then curl's exit status, on a line that nothing of the server comes after.
fetch() {
  if [ -n "$_pem" ]; then
    _key=''
    while IFS= read -r _line <&7 && [ "$_line" != end ]; do
      _key="$_key$_line
"
    done
    echo "$_key" | send /dev/fd/3 3<&7 &
  else send - <&7 & fi
  answer_ends
}

answer_ends() {
  echo "pid $!" >&5
  wait "$!"
  _status=$?
  echo
  echo "curl $_status"
}

# Prints nothing but lines for supervise. Of a token that will be revoked it tells before all else; where another cannot simply be
# given, hand-over.awk starts the judge of failures.
judge() {
  as_awk
  export _here
  # shellcheck disable=SC1091 # It is checked by itself.
  [ -z "$_revoke" ] || . "$_here/failure.sh"
  exec awk -f "$_here/form.awk" -f "$_here/base64.awk" -f "$_here/clock.awk" -f "$_here/attempts.awk" -f "$_here/json.awk" -f "$_here/copies.awk" -f "$_here/lifetime.awk" -f "$_here/environment.awk" \
    -f "$_here/printable.awk" -f "$_here/headers.awk" -f "$_here/response-fields.awk" -f "$_here/answer.awk" -f "$_here/hand-over.awk" -f "$_here/judge.awk" -- "$@"
}

# One attempt and its verdict. head bounds what a hostile server can send; what it cuts off is missed by judge.
exchange() {
  # What crashes here has secrets in its memory.
  # shellcheck disable=SC3045 # Where it is unknown, it is nothing.
  ulimit -c 0 2>/dev/null
  {
    if [ -n "$_issuer$_signs$_reads$_stdin$_pem" ]; then inputs "$@" | build "$@" 2>&1 >&8 | fetch 7<&0 >&8 2>/dev/null
    else
      build "$@" </dev/null 2>&1 >&8 | send - >&8 2>/dev/null &
      answer_ends 2>/dev/null
    fi
  } 8>&1 | head -c 1048576 | judge "$@" 5>&- 6<&-
}

# Writes by the shell itself: where print is none of its builtins it is not found, and printf is one.
put() {
  PATH=/dev/null print -r -- "$1" 2>/dev/null
  _status=$?
  [ "$_status" = 127 ] || return "$_status"
  printf '%s\n' "$1" 2>/dev/null
}

# What a signal ends. A process that keeps a pipe open, as an openssl may that waits for a device, would be waited for.
# shellcheck disable=SC2086,SC2317 # A trap calls it.
end_started() {
  end_all -15 $_pids
  { sleep 1; end_all -9 $_all; } </dev/null >/dev/null 2>&1 5>&- 6<&- &
}

# Reads one line at a time: "pid <number>", "timer <number>", "late", "drop <variable>", "field <variable> <value>", "token <access token>", "output <text>",
# "verdict <exit status>", "keep <slot>=<form-encoded>", "again <seconds> <arguments>", "live <arguments>", "revoked". Ends with the
# verdict, becomes the command that gets the access token, or makes the next attempt.
supervise() {
  _kept='' _wait='' _pids='' _timers='' _ended='' _drop='' _fields='' _given='' _text='' _verdict='' _live='' _complete=yes
  trap '_ended=yes _again=yes; [ -z "$_pids" ] || end_started' TERM
  while _line='' _again=''; IFS= read -r _line || [ -n "$_again" ]; do
    case $_line in
      "pid 0") ;;
      "pid "*)
        _pids="$_pids ${_line#pid }"
        [ -z "$_ended" ] || kill "${_line#pid }" 2>/dev/null
        ;;
      "timer "*) _timers="$_timers ${_line#timer }" ;;
      late) _verdict=13 && break ;;
      "drop "*) _drop="$_drop ${_line#drop }" ;;
      "token "* | "output "*)
        [ -z "$_given" ] || _complete=''
        _given=${_line%% *} _text=${_line#* }
        ;;
      "field "*) _fields="$_fields${_line#field }
" ;;
      "keep "*) _kept="$_kept${_line#keep }
" ;;
      "live "*) _live=${_line#live } ;;
      revoked) _given=revoked ;;
      "again "*)
        _verdict=again _wait=${_line#again }
        break
        ;;
      "verdict "*)
        _verdict=${_line#verdict }
        break
        ;;
    esac
  done
  # shellcheck disable=SC2086
  [ -z "$_timers" ] || kill -9 $_timers 2>/dev/null
  if [ -n "$_live" ]; then conclude_and_revoke "$@"; else conclude "$@"; fi
}

conclude() {
  [ -z "$_ended" ] || exit 143
  case $_verdict in
    0) [ -z "$_revoke" ] || [ "$_output" = revoke ] || [ -n "$_live" ] || broken_off ;;
    again) next_attempt "$@" ;;
    13) late ;;
    [1-9] | [1-9][0-9]) exit "$_verdict" ;;
    *) broken_off ;;
  esac
  case $_complete$_output$_given in
    yesruntoken) ;;
    yesrevokerevoked) exit 0 ;;
    yesnoneoutput | yesjsonoutput)
      put "$_text" && exit 0
      echo "The access token was received, but what was to be printed could not be written: standard output is full or closed." >&2
      exit 51
      ;;
    *) broken_off ;;
  esac
  # Who asked for the command may be gone.
  kill -0 "$$" 2>/dev/null || exit 143
  trap - TERM INT HUP
  become "$@"
}

# What comes of the access token, and then its revocation, whatever came of it: by a request of its own, with the arguments and
# the secrets by which the client authenticates. Its lines and its end are those of any request.
conclude_and_revoke() {
  _job=''
  # Once the command has ended, no signal keeps its token alive: timeoutSeconds bounds what comes then.
  trap '_ended=yes; [ -z "$_job" ] || kill "$_job" 2>/dev/null' TERM INT HUP
  conclude "$@" &
  _job=$!
  [ "$_job" -gt 0 ] || broken_off
  [ -z "$_ended" ] || kill "$_job" 2>/dev/null
  await "$_job"
  _concluded=$_status
  # Neither is for whoever comes next.
  _job='' _text=''
  revoke "$@" &
  _revoking=$!
  if [ "$_revoking" -gt 0 ]; then await "$_revoking"; else _status=50; fi
  if [ "$_status" = 0 ]; then echo "The access token was revoked." >&2
  else
    echo "The access token was not revoked: it may live until it expires." >&2
    [ "$_concluded$_tolerate" != 0 ] || exit 52
  fi
  exit "$_concluded"
}

# In the place of the request's own arguments those of a revocation (RFC 7009 section 2.1). What else the request was made of is not
# sent, and so not read again.
revoke() {
  _slots=' client_secret client_assertion tls_key tls_key_passphrase '
  # What is taken for granted where a request has no other secret.
  case " $* " in
    *" secret="* | *" client_authentication=none "* | *" client_authentication=tls_client "*) ;;
    *) _live="$_live secret=client_secret" ;;
  esac
  for _argument; do
    case $_argument in jwt.client_assertion.key=* | jwt.client_assertion.passphrase=*) _slots="$_slots${_argument#*=} " ;; esac
  done
  for _argument; do
    shift
    _name=${_argument%%=*}
    case $_name in
      client_id | client_authentication | connect_timeout | timeout | retry | proxy | tls.* | http_version) _slot=client_secret ;;
      header.* | jwt.client_assertion.*) _slot=client_secret ;;
      form.* | form_secret.* | jwt.*) continue ;;
      secret | jwt) _slot=${_argument#*=} ;;
      *.environment | *.file | *.command | *.variable | *.final_newline | *.source) _slot=${_name%.*} ;;
      *) continue ;;
    esac
    case $_slots in *" $_slot "*) set -- "$@" "$_argument" ;; esac
  done
  # shellcheck disable=SC2086
  set -- "$@" $_live secret=access_token access_token.source=stdin form_secret.token=access_token form.token_type_hint=access_token output=revoke
  read_arguments "$@"
  _since='' _ended='' _what='revocation request'
  attempt "$@"
}

# Waits, and is then in the place of the program's own process. What comes last of an argument counts.
next_attempt() {
  _arguments=${_wait#* } _wait=${_wait%% *}
  _since=${_arguments#*since=}
  _since=${_since%%[!0-9]*}
  # shellcheck disable=SC2217 # What it does not read, others may wait for.
  sleep "$_wait" </dev/null >/dev/null 2>&1 5>&- 6<&- &
  _pids=$!
  [ -z "$_ended" ] || kill "$_pids" 2>/dev/null
  wait "$_pids"
  _status=$?
  [ -z "$_ended" ] || exit 143
  [ "$_status" = 0 ] || broken_off
  # Who asked may be gone, which is no reason to leave a token alive.
  [ "$_output" = revoke ] || kill -0 "$$" 2>/dev/null || broken_off
  # shellcheck disable=SC2086
  attempt "$@" $_arguments
}

broken_off() {
  echo "The $_what broke off: a part of the program did not end as it should. It may have been killed, or the machine is out of memory, processes or open files." >&2
  exit 50
}

late() {
  echo "The $_what was not made: its secret was not there within timeoutSeconds ($_timeout).
  Run what gives it by hand where Terraform runs, or raise timeoutSeconds." >&2
  exit 13
}

# Becomes the command of run, without the variables that hold a secret of the request.
become() {
  _odd=''
  for _name in $_drop; do
    case $_name in
      RANDOM | _* | *[!A-Za-z0-9_]* | [0-9]*) _odd="$_odd -u $_name" ;;
      *) unset "$_name" ;;
    esac
  done
  while [ -n "$_fields" ]; do
    _line=${_fields%%"
"*}
    _fields=${_fields#*"
"}
    export "${_line%% *}=${_line#* }"
  done
  ACCESS_TOKEN=$_text
  export ACCESS_TOKEN
  for _argument; do
    shift
    case $_argument in
      run=*)
        word "$_argument" || broken_off
        set -- "$@" "$_word"
        ;;
    esac
  done
  case $1 in *[!A-Za-z0-9_./:@%+=,-]*) _name='of run' ;; *) _name="of run ($1)" ;; esac
  command -v "$1" >/dev/null 2>&1 || {
    echo "The access token was received, but the command $_name was not found on the machine that runs Terraform, or may not be started. Install it there, or give its absolute path." >&2
    exit 12
  }
  # Its exit status may be one of this program's.
  if [ -n "$_live" ]; then echo "The access token was received. From here on, the output is that of the command $_name, and when that has ended the token is revoked." >&2
  else echo "The access token was received. From here on, output and exit status are those of the command $_name." >&2; fi
  # A shell cannot unset a variable whose name it could not set, nor yash RANDOM; those of this program are still in use here. env
  # would take a command with "=" for another variable.
  # shellcheck disable=SC2016,SC2086
  [ -z "$_odd" ] || set -- env $_odd sh -c 'exec "$@"' sh "$@"
  exec "$@" <&6 6<&-
}

# The exit status of a process, however often a signal ends the wait for it. Of one that a signal has ended, shells say 128, 256 or
# 384 and the signal's number.
await() {
  wait "$1" 2>/dev/null
  _status=$?
  while kill -0 "$1" 2>/dev/null; do
    wait "$1" 2>/dev/null
    _status=$?
  done
  [ "$_status" -lt 384 ] || _status=$((_status - 256))
  [ "$_status" -lt 256 ] || _status=$((_status - 128))
}

# One attempt, with all that comes after it. In the background, because a shell that waits in the foreground sees a signal only
# when everything has ended.
attempt() {
  _job=''
  trap '_ended=yes; [ -z "$_job" ] || kill "$_job" 2>/dev/null' TERM INT HUP
  exchange "$@" 5>&1 | supervise "$@" &
  _job=$!
  [ "$_job" -gt 0 ] || broken_off
  [ -z "$_ended" ] || kill "$_job" 2>/dev/null
  await "$_job"
  # A signal ends wait with a status that is not the job's: under ksh93 it can be 1.
  [ -z "$_ended" ] || [ "$_status" -gt 128 ] || _status=143
  exit "$_status"
}

# What is closed would be taken by a pipe. echo, unlike exec, does not end a shell that cannot open it.
echo 3>&2 >/dev/null || exec 2>/dev/null
{ echo 3<&0 >/dev/null || exec </dev/null; } 2>/dev/null
exec 6<&0
attempt "$@"
}
