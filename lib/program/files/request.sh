#!/bin/sh
# Makes one access token request (RFC 6749 section 3.2) when Terraform runs.
#
# Its arguments are form-encoded name=value pairs and hold no secret; an argument without "=" is the label that
# Terraform adds for a local-exec provisioner. Secrets come from the environment, from standard input, or are read here;
# they only ever pass through pipes, because an argument vector, a heredoc and a file can be read by others.
set -u
# A script that Terraform runs must not depend on the search path being set.
PATH=${PATH:-/usr/local/bin:/usr/bin:/bin}
export PATH
# Would make curl write the TLS session keys to a file.
unset SSLKEYLOGFILE
IFS=' 	
'
here=${0%/*}
[ "$here" = "$0" ] && here=.

fail() {
  printf '%s\n' "$2" >&2
  exit "$1"
}

for tool in awk curl head date; do
  command -v "$tool" >/dev/null 2>&1 ||
    fail 12 "The access token request was not made: $tool is not on the PATH of the machine that runs Terraform. Install it there."
done

# The value of an argument, with an "x" behind it that keeps the shell from dropping newlines.
decoded() { LC_ALL=C awk -f "$here/form.awk" -f "$here/decode.awk" -- "$1"; }

output=none source=environment path='' keep=false environment=''
for argument; do
  case $argument in
    output=*) output=${argument#*=} ;;
    client_secret.source=*) source=${argument#*=} ;;
    client_secret.environment=*) environment=${argument#*=} ;;
    client_secret.file=*) path=$(decoded "${argument#*=}") path=${path%x} source=file ;;
    client_secret.final_newline=keep) keep=true ;;
    client_secret.command=*) source="command" ;;
  esac
done

# Everything that a file or a command holds, as one form-encoded line: only so does each byte of it survive.
secret_from() {
  LC_ALL=C awk -v keep="$keep" -f "$here/form.awk" -f "$here/read-secret.awk"
}

# The secret's own command, from its arguments in their order.
run_secret_command() {
  for argument; do
    shift
    case $argument in
      client_secret.command=*)
        word=$(decoded "${argument#*=}")
        set -- "$@" "${word%x}"
        ;;
    esac
  done
  "$@" </dev/null
}

secrets() {
  case $source in
    file)
      if [ -f "$path" ] && [ -r "$path" ] || [ -p "$path" ] || [ -c "$path" ]; then
        { cat <"$path"; printf 'x%s' "$?"; } | secret_from
      else
        printf 'unreadable file\n'
      fi
      ;;
    command) { run_secret_command "$@"; printf 'x%s' "$?"; } | secret_from ;;
    stdin) cat ;;
    *) : ;;
  esac
}

# The statuses travel with the data, because POSIX sh sees only the last one of a pipeline: that of the request builder
# before curl can have written anything, that of curl after its last byte. head bounds what a hostile server can send.
exchange() {
  {
    {
      secrets "$@" | LC_ALL=C awk -f "$here/form.awk" -f "$here/endpoint.awk" -f "$here/request.awk" -- "$@"
      printf '%s\n' "$?" >&4
    } | {
      {
        curl -q --silent --globoff --config - 4>&- 2>/dev/null
        printf '\n%s\n' "$?"
      } 2>/dev/null | head -c 393216
    }
  } 4>&1 |
    LC_ALL=C awk -v now="$now" -f "$here/form.awk" -f "$here/json.awk" -f "$here/withhold.awk" -f "$here/causes.awk" -f "$here/answer.awk" -- "$@"
}

now=$(date -u +%s)
if [ "$output" != run ]; then
  exchange "$@"
  exit
fi

ACCESS_TOKEN=$(exchange "$@") || exit
unset ACCESS_TOKEN_REQUEST_CLIENT_SECRET
[ -z "$environment" ] || unset "$environment"
export ACCESS_TOKEN
for argument; do
  shift
  case $argument in
    run=*)
      word=$(decoded "${argument#*=}")
      set -- "$@" "${word%x}"
      ;;
  esac
done
exec "$@"
