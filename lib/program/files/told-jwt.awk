# What servers are known to say of a JWT that they refuse.

function signed_jwt(   cause) {
  if (argument["client_authentication"] !~ /jwt|assertion/ && argument["form.grant_type"] !~ /jwt-bearer/)
    return "The server knows this client by a signed JWT: use ClientAuthentication.privateKeyJwt or clientSecretJwt, as the server has it."
  cause = jwt_refused()
  return cause == "" ? "The JWT was refused: check its issuer, subject, audience and key." : cause
}

# Nothing where the description does not say it.
function jwt_refused() {
  if (answer_text ~ /signature/) return "The JWT's signature does not fit the key that the server has for this client: check the key, its key id and the algorithm."
  # "unique" and "reuse" come with the name of the claim, as others do.
  if (answer_text ~ /reuse|jti/) return "The JWT was used before, and the server takes each one (its jti) once only."
  if (answer_text ~ /not active|expired|expiration|'exp'|iat and exp/) return "The JWT has expired, or is not valid yet: check this machine's clock, and where the JWT comes from."
  if (answer_text ~ /audience/) return "The JWT is for another audience than this server wants: most want the token endpoint's URL, some their issuer."
  if (answer_text ~ /issuer_not_found|account not found/) return "The server knows no issuer " of_claim("iss") ": check it, and that the host is the one where it exists."
  if (answer_text ~ /user_not_found/) return "The server knows no user " of_claim("sub") ": check the subject, and that the host is the one where the user exists."
  return ""
}

# A claim of the JWT that is the grant, where it is signed here; none of its claims is secret.
function of_claim(name,   value) {
  value = argument["jwt.assertion.claim." name]
  return value == "" ? "of this JWT" : "\"" printable(value) "\""
}

# Some servers read the scope from the JWT.
function scope_asked() {
  return argument["form.scope"] == "" ? argument["jwt.assertion.claim.scope"] : argument["form.scope"]
}
