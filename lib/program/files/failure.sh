# shellcheck shell=sh disable=SC2154
# The judge that has the files of failures too, in the place of the shell that reads this: of request.sh, with the arguments of the
# program, or of the one that hand-over.awk starts, without any.

unset -f awk exec 2>/dev/null
exec awk -f "$_here/form.awk" -f "$_here/take-over.awk" -f "$_here/base64.awk" -f "$_here/clock.awk" -f "$_here/attempts.awk" -f "$_here/json.awk" \
  -f "$_here/copies.awk" -f "$_here/withhold.awk" -f "$_here/lifetime.awk" -f "$_here/environment.awk" -f "$_here/printable.awk" -f "$_here/words.awk" \
  -f "$_here/headers.awk" -f "$_here/http-date.awk" -f "$_here/retry.awk" -f "$_here/response-fields.awk" -f "$_here/connection.awk" \
  -f "$_here/told-jwt.awk" -f "$_here/told.awk" -f "$_here/revocation.awk" -f "$_here/causes.awk" -f "$_here/diagnosis.awk" \
  -f "$_here/answer.awk" -f "$_here/faults.awk" -f "$_here/failure.awk" -f "$_here/judge.awk" -- "$@"
