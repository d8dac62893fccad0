# shellcheck shell=sh disable=SC2154
# What openssl does for a signature, in the shell that sign.awk starts: it reads this file and calls one of its functions. The
# key comes on standard input, which is a pipe of awk's, because those of ksh93 are sockets that cannot be opened again.

unset -f awk cat command echo exec openssl printf read 2>/dev/null

# A line with the passphrase, if there is one, a line with what is signed, and the key in PEM. A passphrase is always given, so
# that openssl never asks a terminal for it.
sign_by_key() {
  IFS= read -r _passphrase
  IFS= read -r _input
  exec 3<&0
  echo '!signature'
  {
    printf '%s' "$_input" |
      _passphrase=$_passphrase openssl dgst "$@" -passin env:_passphrase -sign /dev/fd/3 3<&3 2>/dev/null 4>&- || failed
  } 4>&1 | openssl base64 -A 2>/dev/null && signed
}

# A line with the secret in base64, and one with what is signed. openssl takes the key of an HMAC as an argument only, which
# others can read: so it hashes the two blocks of RFC 2104. A key that is longer than a block is hashed first.
sign_by_secret() {
  echo '!signature'
  {
    {
      IFS= read -r _key
      if [ "$1" = long ]; then
        { echo "$_key" | openssl base64 -A -d 2>/dev/null || failed; } | hash | openssl base64 -A 2>/dev/null || failed
        echo
      else echo "$_key"; fi
      cat
    } | { LC_ALL=C awk -f "$_here/form.awk" -f "$_here/base64.awk" -f "$_here/hmac.awk" || failed; } | {
      IFS= read -r _outer
      echo "$_outer" | openssl base64 -A -d 2>/dev/null || failed
      { openssl base64 -d 2>/dev/null || failed; } | hash
    } | hash | openssl base64 -A 2>/dev/null 4>&- || failed
  } 4>&1 && signed
}

hash() {
  openssl dgst -sha256 -binary 2>/dev/null || failed
}

# With this among them, the lines are no signature.
failed() {
  echo '!failed' >&4
}

signed() {
  echo
  echo '!signed'
}
