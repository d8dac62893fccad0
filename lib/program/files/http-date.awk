# An HTTP date (RFC 9110 section 5.6.7) in seconds since 1970, or "": in today's form and in both obsolete ones.
# And what Retry-After (section 10.2.3) asks for by it.
#   Sun, 06 Nov 1994 08:49:37 GMT    Sunday, 06-Nov-94 08:49:37 GMT    Sun Nov  6 08:49:37 1994

function http_date(text,   part, n, day, month, year, time, at) {
  gsub(/[-,]/, " ", text)
  n = split(text, part, / +/)
  if (n == 6 && part[6] == "GMT") {
    day = part[2]
    month = part[3]
    year = part[4]
    time = part[5]
  } else if (n == 5) {
    day = part[3]
    month = part[2]
    year = part[5]
    time = part[4]
  }
  at = index("JanFebMarAprMayJunJulAugSepOctNovDec", month)
  if (month !~ /^[A-Z][a-z][a-z]$/ || at % 3 != 1 || day !~ /^[0-3]?[0-9]$/ || year !~ /^[0-9][0-9]([0-9][0-9])?$/ || time !~ /^[0-2][0-9]:[0-5][0-9]:[0-6][0-9]$/) return ""
  if (length(year) == 2) year += (year < 70) ? 2000 : 1900
  return days_before(year + 0, (at + 2) / 3, day + 0) * 86400 + substr(time, 1, 2) * 3600 + substr(time, 4, 2) * 60 + substr(time, 7, 2)
}

# The days from 1970 to a day, in years that begin on March 1.
function days_before(year, month, day,   era, of_year) {
  if (month <= 2) year--
  era = int(year / 400)
  year -= era * 400
  of_year = int((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1
  return era * 146097 + year * 365 + int(year / 4) - int(year / 100) + of_year - 719468
}

# Retry-After in seconds or as a time by the clock of the server, or 0.
function seconds_to_wait(now,   text, at, date) {
  text = header["retry-after"]
  sub(/[ \t\r]+$/, "", text)
  if (text ~ /^[0-9]+$/) return length(text) > 9 ? 999999999 : text + 0
  if ((at = http_date(text)) == "") return 0
  date = header["date"]
  sub(/[ \t\r]+$/, "", date)
  date = http_date(date)
  at -= (date == "") ? now : date
  return at > 0 ? int(at) : 0
}
