# Reads an issuer's metadata (RFC 8414 section 3.2), with the header fields before them and curl's write-out and exit status behind,
# and writes for the request builder:
#   !endpoint <form-encoded URL>, and the revocation endpoint's where that is wanted
#   !refuse <exit status> <form-encoded text>, after "!again <seconds>" where the metadata may be there the next time
#   !elsewhere<seconds>, where another place may have them

BEGIN {
  read_arguments()
  ARGC = 1
  json_inner_of = "mtls_endpoint_aliases"
}

take_header($0) { next }

{
  line[++lines] = $0
  bytes += length($0) + 1
}

END {
  issuer = argument["issuer"]
  wanted = "token endpoint"
  curl = line[lines]
  if (bytes > 131200 || header_bytes > 131072) refuse_metadata(16, "they are too large: more than 131072 bytes")
  else if (curl !~ /^curl [0-9]+$/) refuse_metadata(50, "they were not read to their end")
  else if (curl != "curl 0") not_read(substr(curl, 6) + 0)
  else judge_metadata()
}

function judge_metadata(   i, last, status, endpoint, revocation) {
  for (i = lines - 1; i > 0 && line[i] == ""; i--);
  status = line[i]
  sub(/^http /, "", status)
  if (status !~ /^[0-9]+$/) return refuse_metadata(50, "they were not read to their end")
  if (status ~ /^(408|425|429|500|502|503|504)$/ && (again == "" || seconds_to_wait(clock()) > again)) again = seconds_to_wait(clock())
  if (status != 200) return elsewhere(status ~ /^3/ ? "the answer is a redirect (" status "), which is not followed" : "the answer has the status " status)
  last = i - 1
  if (substr(line[1], 1, 3) == sprintf("%c%c%c", 239, 187, 191)) line[1] = substr(line[1], 4)
  for (i = 1; i <= last; i++) json_line(line[i])
  if (json_fault != "" || !json_done) return elsewhere("the answer is not JSON")
  if (json_kind["issuer"] != "string" || ("issuer" in json_twice)) return refuse_metadata(16, "they name no issuer")
  if (json_value["issuer"] != issuer) return refuse_metadata(16, "they are those of another issuer, " shown(without_credentials(json_value["issuer"])) ", and must be the same to the letter (RFC 8414 section 3.3)")
  endpoint = usable("token_endpoint", "token endpoint")
  if (endpoint == "") return
  revocation = ""
  if (argument["revocation_endpoint"] == "discovered") {
    revocation = usable("revocation_endpoint", "revocation endpoint")
    if (revocation == "") return
  }
  print "!endpoint " encode(endpoint) (revocation == "" ? "" : " " encode(revocation))
}

# The URL of an endpoint, or "" after a refusal.
function usable(member, what,   endpoint, fault) {
  wanted = what
  if (json_kind[member] != "string" || (member in json_twice)) return refuse_metadata(16, "they name no " what)
  endpoint = json_value[member]
  # RFC 8705 section 5.
  if (argument["client_authentication"] == "tls_client" && json_inner[member] != "") endpoint = json_inner[member]
  fault = endpoint_fault(endpoint)
  if (fault == "" && tolower(issuer) ~ /^https:/ && tolower(endpoint) ~ /^http:/) fault = "it is on plain http, and the issuer is not"
  if (fault != "") return refuse_metadata(16, "the " what " " shown(without_credentials(endpoint)) " cannot be used: " fault)
  return endpoint
}

# Both places are told of in the end.
function elsewhere(what) {
  if (place == 1) print "!elsewhere" again
  else refuse_metadata(16, "neither place has them; at the second one " what)
}

function not_read(code) {
  if (again == "" && code ~ /^(5|6|7|16|18|28|52|55|56|92|95|97)$/) again = 0
  if (code == 28) refuse_metadata(22, "there was no answer in time")
  else if (code == 63) refuse_metadata(16, "they are too large: more than 131072 bytes")
  else if (code == 35 || code == 51 || code == 58 || code == 59 || code == 60 || code == 77 || code == 83 || code == 90 || code == 91) refuse_metadata(21, "no trusted TLS connection could be made (curl's exit status " code "). For a private certificate authority give its file as caFile")
  else if (code == 126 || code == 127) refuse_metadata(12, "curl cannot be started")
  else if (code == 5 || code == 6 || code == 7 || code == 97) refuse_metadata(20, "the host was not reached (curl's exit status " code ")")
  else refuse_metadata(23, "the connection broke off (curl's exit status " code ")")
}

function refuse_metadata(code, what) {
  if (again != "") print "!again " again
  print "!refuse " code " " encode("The access token request was not made, because the issuer's metadata gave no " wanted ": " what ".\n  issuer: " shown(without_credentials(issuer)) "\n  Give the issuer exactly as the server writes it, or " (wanted == "token endpoint" ? "the token endpoint itself by TokenEndpoint.fromUrl." : "the revocation endpoint by TokenRevocation.at."))
}
