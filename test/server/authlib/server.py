"""An OAuth server made with Authlib and Flask, for the tests.

It reads its configuration, one line of JSON, from standard input, writes the port it listens on to standard output, and
ends when standard input does. It keeps everything in memory.
"""

import json
import os
import secrets
import sys
import threading
import time

config = json.loads(sys.stdin.readline())

# What is imported below asks for the time by this name.
real_time = time.time
time.time = lambda: real_time() + config["clockAheadSeconds"]

# TLS, where there is any, ends in front of this server.
os.environ["AUTHLIB_INSECURE_TRANSPORT"] = "1"

import authlib
from authlib.integrations.flask_oauth2 import AuthorizationServer
from authlib.oauth2 import OAuth2Error
from authlib.oauth2.rfc6749 import (
    BaseGrant,
    ClientMixin,
    InvalidClientError,
    InvalidGrantError,
    InvalidRequestError,
    TokenEndpointMixin,
    TokenMixin,
    UnauthorizedClientError,
    grants,
)
from authlib.oauth2.rfc7009 import RevocationEndpoint
from authlib.oauth2.rfc7523 import JWTBearerClientAssertion, JWTBearerGrant
from authlib.oauth2.rfc7662 import IntrospectionEndpoint
from authlib.oauth2.rfc8414 import AuthorizationServerMetadata
from flask import Flask, jsonify, request
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet, OctKey
from werkzeug.middleware.proxy_fix import ProxyFix
from werkzeug.serving import make_server

ASYMMETRIC = ["RS256", "PS256", "ES256", "ES384"]
ASSERTION = JWTBearerClientAssertion.CLIENT_AUTH_METHOD
CONFIDENTIAL = ["client_secret_basic", "client_secret_post", ASSERTION]
TOKEN_EXCHANGE = "urn:ietf:params:oauth:grant-type:token-exchange"
ACCESS_TOKEN = "urn:ietf:params:oauth:token-type:access_token"

issuer = config["issuer"]
token_endpoint = issuer + "/token"


class Client(ClientMixin):
    def __init__(self, known):
        self.client_id = known["id"]
        self.method = known["method"]
        self.secret = known.get("secret", "")
        self.jwk = known.get("jwk")
        self.grants = known["grants"]

    def get_client_id(self):
        return self.client_id

    def get_allowed_scope(self, scope):
        return " ".join(s for s in (scope or "").split() if s in config["scopes"])

    def check_client_secret(self, client_secret):
        return secrets.compare_digest(self.secret.encode(), client_secret.encode())

    def check_endpoint_auth_method(self, method, endpoint):
        if method == ASSERTION:
            return self.method in ("private_key_jwt", "client_secret_jwt")
        return method == self.method

    def check_grant_type(self, grant_type):
        return grant_type in self.grants


class Token(TokenMixin):
    def __init__(self, client, user, answer, audience):
        self.client = client
        self.user = user
        self.answer = answer
        self.audience = audience
        self.expires_at = time.time() + answer["expires_in"]
        self.access_token_revoked = self.refresh_token_revoked = False

    def check_client(self, client):
        return client.client_id == self.client.client_id

    def get_scope(self):
        return self.answer.get("scope", "")

    def get_expires_in(self):
        return self.answer["expires_in"]

    def is_expired(self):
        return time.time() >= self.expires_at

    def is_revoked(self):
        return self.access_token_revoked

    def get_user(self):
        return self.user

    def get_client(self):
        return self.client


clients = {known["id"]: Client(known) for known in config["clients"]}
users = {user["name"]: user["password"] for user in config["users"]}
trusted = {known["issuer"]: known for known in config["trustedIssuers"]}
by_access_token = {}
by_refresh_token = {}
used_jwt_ids = set()


def save_token(answer, oauth_request):
    audience = getattr(oauth_request, "audience", [])
    token = Token(oauth_request.client, oauth_request.user, answer, audience)
    by_access_token[answer["access_token"]] = token
    if "refresh_token" in answer:
        by_refresh_token[answer["refresh_token"]] = token


def is_new(claims, jwt_id):
    known = (claims["iss"], jwt_id)
    if known in used_jwt_ids:
        return False
    used_jwt_ids.add(known)
    return True


class ClientAssertion(JWTBearerClientAssertion):
    def get_audiences(self):
        return [token_endpoint, issuer]

    def validate_jti(self, claims, jti):
        return is_new(claims, jti)

    def resolve_client_public_key(self, client):
        if client.method == "private_key_jwt":
            return KeySet.import_key_set({"keys": [client.jwk]})
        if client.method == "client_secret_jwt":
            return OctKey.import_key(client.secret)
        raise InvalidClientError(description=f"The client authenticates by {client.method}")

    def process_assertion_claims(self, assertion, key):
        # Authlib itself takes RS256, ES256 and HS256 here, and no others.
        algorithms = ["HS256"] if isinstance(key, OctKey) else ASYMMETRIC
        try:
            claims = jwt.decode(assertion, key, algorithms=algorithms).claims
        except (JoseError, ValueError) as error:
            raise InvalidClientError(description=str(error)) from error
        self.verify_claims(claims)
        return claims


class ClientCredentialsGrant(grants.ClientCredentialsGrant):
    TOKEN_ENDPOINT_AUTH_METHODS = CONFIDENTIAL


class PasswordGrant(grants.ResourceOwnerPasswordCredentialsGrant):
    TOKEN_ENDPOINT_AUTH_METHODS = [*CONFIDENTIAL, "none"]

    def authenticate_user(self, username, password):
        return username if users.get(username) == password else None


class RefreshTokenGrant(grants.RefreshTokenGrant):
    TOKEN_ENDPOINT_AUTH_METHODS = [*CONFIDENTIAL, "none"]
    INCLUDE_NEW_REFRESH_TOKEN = config["rotatesRefreshTokens"]

    def authenticate_refresh_token(self, refresh_token):
        token = by_refresh_token.get(refresh_token)
        return token if token and not token.refresh_token_revoked else None

    def authenticate_user(self, token):
        return token.user

    def revoke_old_credential(self, token):
        token.refresh_token_revoked = config["rotatesRefreshTokens"]


class JwtBearerGrant(JWTBearerGrant):
    """Who issues the JWT is who asks: Authlib wants no other client authentication."""

    def get_audiences(self):
        return [token_endpoint, issuer]

    def resolve_issuer_client(self, asking):
        if asking not in trusted:
            return None
        return Client({"id": asking, "method": "none", "grants": [self.GRANT_TYPE]})

    def resolve_client_public_key(self, client):
        return KeySet.import_key_set({"keys": [trusted[client.client_id]["jwk"]]})

    def process_assertion_claims(self, assertion):
        _, unverified = self.extract_assertion(assertion)
        client = self.resolve_issuer_client(unverified.get("iss"))
        if not client:
            raise InvalidGrantError(description="The issuer of the JWT is not known")
        try:
            claims = jwt.decode(assertion, self.resolve_client_public_key(client), algorithms=ASYMMETRIC).claims
        except (JoseError, ValueError) as error:
            raise InvalidGrantError(description=str(error)) from error
        self.verify_claims(claims)
        if not is_new(claims, claims.get("jti")):
            raise InvalidGrantError(description="The JWT has been used before")
        return claims

    def authenticate_user(self, subject):
        return subject if subject in users else None

    def has_granted_permission(self, client, user):
        return user in trusted[client.client_id]["subjects"]


class InvalidTargetError(OAuth2Error):
    error = "invalid_target"


class TokenExchangeGrant(BaseGrant, TokenEndpointMixin):
    """RFC 8693, for access tokens of this server."""

    GRANT_TYPE = TOKEN_EXCHANGE
    TOKEN_ENDPOINT_AUTH_METHODS = [*CONFIDENTIAL, "none"]

    def validate_token_request(self):
        client = self.authenticate_token_endpoint_client()
        if not client.check_grant_type(self.GRANT_TYPE):
            raise UnauthorizedClientError(f"The client is not authorized to use 'grant_type={self.GRANT_TYPE}'")
        self.request.client = client
        form = request.form
        self.request.user = self.subject_of(form, "subject_token")
        if "actor_token" in form:
            self.subject_of(form, "actor_token")
        if form.get("requested_token_type", ACCESS_TOKEN) != ACCESS_TOKEN:
            raise InvalidRequestError("This 'requested_token_type' is not supported.")
        for resource in form.getlist("resource"):
            if ":" not in resource or "#" in resource:
                raise InvalidTargetError(f"The resource {resource} is not an absolute URI without a fragment.")
        self.request.audience = form.getlist("resource") + form.getlist("audience")
        self.validate_requested_scope()

    def subject_of(self, form, name):
        if name not in form:
            raise InvalidRequestError(f"Missing '{name}' in request.")
        if form.get(f"{name}_type") != ACCESS_TOKEN:
            raise InvalidRequestError(f"The '{name}_type' must be {ACCESS_TOKEN}.")
        token = by_access_token.get(form[name])
        if not token or token.is_expired() or token.is_revoked():
            raise InvalidRequestError(f"The '{name}' is not a live access token.")
        return token.user or token.client.client_id

    def create_token_response(self):
        token = self.generate_token(
            user=self.request.user, scope=self.request.payload.scope, include_refresh_token=False
        )
        token["issued_token_type"] = ACCESS_TOKEN
        self.save_token(token)
        return 200, token, self.TOKEN_RESPONSE_HEADER


def query_token(text):
    return by_access_token.get(text) or by_refresh_token.get(text)


class Revocation(RevocationEndpoint):
    CLIENT_AUTH_METHODS = [*CONFIDENTIAL, "none"]

    def query_token(self, token_string, token_type_hint):
        return query_token(token_string)

    def revoke_token(self, token, oauth_request):
        token.access_token_revoked = token.refresh_token_revoked = True


class Introspection(IntrospectionEndpoint):
    CLIENT_AUTH_METHODS = CONFIDENTIAL

    def query_token(self, token_string, token_type_hint):
        return query_token(token_string)

    def check_permission(self, token, client, oauth_request):
        return True

    def introspect_token(self, token):
        about = {
            "active": True,
            "client_id": token.client.client_id,
            "scope": token.get_scope(),
            "sub": token.user,
            "aud": token.audience,
            "iss": issuer,
            "exp": int(token.expires_at),
        }
        return {name: value for name, value in about.items() if value}


app = Flask(__name__)
app.config["OAUTH2_TOKEN_EXPIRES_IN"] = {
    grant: config["lifetimeSeconds"]
    for grant in ("client_credentials", "password", "refresh_token", JWTBearerGrant.GRANT_TYPE, TOKEN_EXCHANGE)
}
app.config["OAUTH2_REFRESH_TOKEN_GENERATOR"] = True
app.config["OAUTH2_SCOPES_SUPPORTED"] = config["scopes"]
app.wsgi_app = ProxyFix(app.wsgi_app)

server = AuthorizationServer(app, clients.get, save_token)
server.register_client_auth_method(ASSERTION, ClientAssertion())
for grant in (ClientCredentialsGrant, PasswordGrant, RefreshTokenGrant, JwtBearerGrant, TokenExchangeGrant):
    server.register_grant(grant)
server.register_endpoint(Revocation)
server.register_endpoint(Introspection)

# The issuer has a path, behind the well-known part of the metadata's address (RFC 8414 section 3.1).
path = config["issuerPath"]


@app.post(path + "/token")
def token():
    return server.create_token_response()


@app.post(path + "/revoke")
def revoke():
    return server.create_endpoint_response(Revocation.ENDPOINT_NAME)


@app.post(path + "/introspect")
def introspect():
    return server.create_endpoint_response(Introspection.ENDPOINT_NAME)


@app.get("/.well-known/oauth-authorization-server" + path)
def metadata():
    methods = ["client_secret_basic", "client_secret_post", "private_key_jwt", "client_secret_jwt"]
    about = AuthorizationServerMetadata(
        issuer=issuer,
        token_endpoint=token_endpoint,
        revocation_endpoint=issuer + "/revoke",
        introspection_endpoint=issuer + "/introspect",
        response_types_supported=[],
        grant_types_supported=[grant.GRANT_TYPE for grant, _ in server._token_grants],
        scopes_supported=config["scopes"],
        token_endpoint_auth_methods_supported=[*methods, "none"],
        token_endpoint_auth_signing_alg_values_supported=[*ASYMMETRIC, "HS256"],
        revocation_endpoint_auth_methods_supported=methods,
        introspection_endpoint_auth_methods_supported=methods,
    )
    return jsonify(about)


@app.errorhandler(OAuth2Error)
def refuse(error):
    status, body, headers = error()
    return jsonify(dict(body)), status, headers


def serve():
    listening = make_server("127.0.0.1", 0, app, threaded=True)
    threading.Thread(target=listening.serve_forever, daemon=True).start()
    print(json.dumps({"port": listening.server_port, "version": authlib.__version__}), flush=True)
    sys.stdin.read()


serve()
