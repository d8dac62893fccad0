# Times and lifetimes, by digits: what an awk makes of 1e999 differs.

# A lifetime as servers write it, in any of JSON's ways to write a number, also as a string: seconds with six decimals at most,
# or "" where it is none. Beyond the year 9999 there is no RFC 3339 time.
function seconds_of(text,   digits, point, exponent, most, decimals) {
  if (text !~ /^[0-9]+(\.[0-9]+)?([eE][-+]?[0-9]+)?$/) return ""
  most = 253402300799 - now
  exponent = ""
  if (match(text, /[eE]/)) {
    exponent = substr(text, RSTART + 1)
    text = substr(text, 1, RSTART - 1)
  }
  digits = text
  sub(/\./, "", digits)
  point = index(text, ".") ? index(text, ".") - 1 : length(text)
  if (match(digits, /^0+/)) {
    point -= RLENGTH
    digits = substr(digits, RLENGTH + 1)
  }
  if (digits == "") return "0"
  sub(/^\+/, "", exponent)
  if (exponent ~ /^-?0*[1-9][0-9][0-9][0-9][0-9][0-9][0-9]/) return (exponent ~ /^-/) ? "0" : most
  point += exponent
  if (point > 12) return most
  if (point <= -6) return "0"
  digits = substr(digits "000000000000", 1, point + 6 > 0 ? point + 6 : 0)
  while (point < 0) { digits = "0" digits; point++ }
  decimals = substr(digits, point + 1)
  sub(/0+$/, "", decimals)
  digits = (point > 0 ? substr(digits, 1, point) : "0") (decimals == "" ? "" : "." decimals)
  return (digits + 0 > most) ? most : digits
}

# Seconds since 1970 as an RFC 3339 time, by the days of a proleptic Gregorian calendar that begins on March 1 of year 0.
function rfc3339(seconds,   days, era, doe, yoe, doy, mp, rest) {
  days = int(seconds / 86400)
  rest = seconds - days * 86400
  days += 719468
  era = int(days / 146097)
  doe = days - era * 146097
  yoe = int((doe - int(doe / 1460) + int(doe / 36524) - int(doe / 146096)) / 365)
  doy = doe - (365 * yoe + int(yoe / 4) - int(yoe / 100))
  mp = int((5 * doy + 2) / 153)
  return sprintf("%04d-%02d-%02dT%02d:%02d:%02dZ", yoe + era * 400 + (mp >= 10), mp < 10 ? mp + 3 : mp - 9, doy - int((153 * mp + 2) / 5) + 1, int(rest / 3600), int(rest / 60) % 60, rest % 60)
}
