#!/bin/sh
# Makes one access token request (RFC 6749 section 3.2) when Terraform runs.
#
# Its arguments are form-encoded name=value pairs and hold no secret; an argument without "=" is the label that
# Terraform adds for a local-exec provisioner. Secrets come from the environment, from standard input, or are read here;
# they only ever pass through pipes, because an argument vector, a heredoc and a file can be read by others.
#
# Variables begin with "_": those of the environment are left as they are for the commands that are started here.

# What the environment may have switched on: tracing above all, which would print the access token.
{ set -f -u +a +e +v +x; } 2>/dev/null
# Only then does bash see a signal while it reads.
# shellcheck disable=SC3040
[ -z "${BASH_VERSION-}" ] || set -o posix
# A script that Terraform runs must not depend on the search path being set.
PATH=${PATH:-/usr/local/bin:/usr/bin:/bin}
export PATH
# Would make curl write the TLS session keys, and gawk its memory, to a file.
unset SSLKEYLOGFILE GAWK_PERSIST_FILE
IFS=' 	
'
_here=${0%/*}
[ "$_here" = "$0" ] && _here=.

for _tool in awk cat curl date head; do
  command -v "$_tool" >/dev/null 2>&1 || {
    echo "The access token request was not made: $_tool is not on the PATH of the machine that runs Terraform. Install it there." >&2
    exit 12
  }
done

# The value of an argument, with an "x" behind it that keeps the shell from dropping newlines.
decoded() { LC_ALL=C command awk -f "$_here/form.awk" -f "$_here/decode.awk" -- "$1"; }

_output=none _source=environment _path='' _keep=false
for _argument; do
  case $_argument in
    output=*) _output=${_argument#*=} ;;
    client_secret.source=*) _source=${_argument#*=} ;;
    client_secret.file=*) _path=$(decoded "${_argument#*=}") _path=${_path%x} _source=file ;;
    client_secret.final_newline=keep) _keep=true ;;
    client_secret.command=*) _source="command" ;;
  esac
done

# Runs what may take long, with the input on 7, so that a signal to this program can end it.
watched() {
  "$@" <&7 3>&- 4>&- 5>&- 6<&- 7<&- &
  echo "pid $!" >&5
  wait "$!"
}

# The secret's own command, from its arguments in their order.
run_secret_command() {
  for _argument; do
    shift
    case $_argument in
      client_secret.command=*)
        _word=$(decoded "${_argument#*=}")
        set -- "$@" "${_word%x}"
        ;;
    esac
  done
  watched "$@" 7</dev/null
}

# Everything that a file or a command holds, as one form-encoded line: only so does each byte of it survive.
# head bounds it, whatever the path or the command turns out to be.
secrets() {
  case $_source in
    file) { watched cat "$_path" 7</dev/null 2>/dev/null; echo "x$?"; } | secret_line ;;
    command) { run_secret_command "$@"; echo "x$?"; } | secret_line ;;
    stdin) watched cat 7<&6 ;;
    *) : ;;
  esac
}

secret_line() {
  head -c 65600 | LC_ALL=C command awk -v keep="$_keep" -f "$_here/form.awk" -f "$_here/read-secret.awk"
}

# The time and the statuses travel with the data, because POSIX sh sees only the last status of a pipeline: those of the
# request builder before curl can have written anything, that of curl after its last byte. head bounds what a hostile
# server can send.
exchange() {
  {
    {
      { date -u +%s >&4; secrets "$@"; } |
        LC_ALL=C command awk -f "$_here/form.awk" -f "$_here/endpoint.awk" -f "$_here/request.awk" -- "$@"
      echo "$?" >&4
    } | {
      watched curl -q --silent --globoff --config - 7<&0
      _status=$?
      echo
      echo "$_status"
    } 2>/dev/null | head -c 393216
  } 4>&1 |
    LC_ALL=C command awk -f "$_here/form.awk" -f "$_here/json.awk" -f "$_here/withhold.awk" -f "$_here/causes.awk" -f "$_here/answer.awk" -- "$@"
}

# 3 is this program's output, 5 what supervise reads: "pid <number>", "unset <name>", "token <access token>", "exit <status>".
supervised() {
  case $_output in
    run) exchange "$@" >&5 ;;
    *) exchange "$@" >&3 ;;
  esac
  echo "exit $?" >&5
}

# Ends with the exchange, or becomes the command that gets the access token.
supervise() {
  _pids='' _ended='' _status=1
  trap '_ended=yes _again=yes; [ -z "$_pids" ] || kill $_pids 2>/dev/null' TERM
  while _line='' _again=''; IFS= read -r _line || [ -n "$_again" ]; do
    case $_line in
      "pid "*)
        _pids="$_pids ${_line#pid }"
        [ -z "$_ended" ] || kill "${_line#pid }" 2>/dev/null
        ;;
      "unset "*) unset "${_line#unset }" ;;
      "token "*) ACCESS_TOKEN=${_line#token } ;;
      "exit "*) _status=${_line#exit } ;;
    esac
  done
  [ -z "$_ended" ] || exit 143
  [ "$_status" = 0 ] && [ "$_output" = run ] || exit "$_status"
  trap - TERM
  unset ACCESS_TOKEN_REQUEST_CLIENT_SECRET
  export ACCESS_TOKEN
  for _argument; do
    shift
    case $_argument in
      run=*)
        _word=$(decoded "${_argument#*=}")
        set -- "$@" "${_word%x}"
        ;;
    esac
  done
  exec "$@" <&6 3>&- 6<&-
}

# In the background, because a shell that waits in the foreground sees a signal only when everything has ended.
exec 3>&1 6<&0
supervised "$@" 5>&1 | supervise "$@" &
_job=$!
_ended=''
trap '_ended=yes; kill "$_job" 2>/dev/null' TERM INT HUP
wait "$_job"
_status=$?
while kill -0 "$_job" 2>/dev/null; do
  wait "$_job"
  _status=$?
done
# A signal ends wait with a status that is not the job's: under ksh93 it can be 1.
[ -z "$_ended" ] || [ "$_status" -gt 128 ] || _status=143
exit "$_status"
