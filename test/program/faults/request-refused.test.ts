import type { ServerResponse } from "node:http";
import { describe, expect, it } from "vitest";
import { saidOf, status } from "./said";

const redirect = (code: number) => (response: ServerResponse) =>
  void response.writeHead(code, { location: "http://127.0.0.1:1/elsewhere?a=b" }).end();

describe("the request is refused", () => {
  it("for a wrong scope", async () => {
    const answer = status(400, { error: "invalid_scope", error_description: "requested scope is not allowed" });
    expect(await saidOf(answer)).toMatchInlineSnapshot(`
      "exit status 32
      The token endpoint refused the access token request.
        token endpoint: http://127.0.0.1:PORT/token
        grant: client_credentials
        client: abc123, by client_secret_post (id and secret in the form)
        client secret from: the environment variable SECRET
        scope: urn:nice:cxone:platform:api
        status: 400
        error: invalid_scope
        error_description: requested scope is not allowed
      Likely causes, most likely first:
        - A scope is misspelt, or not granted to this client: urn:nice:cxone:platform:api.
      "
    `);
  });

  it("for its grant", async () => {
    expect(await saidOf(status(400, { error: "unauthorized_client" }))).toMatchInlineSnapshot(`
      "exit status 32
      The token endpoint refused the access token request.
        token endpoint: http://127.0.0.1:PORT/token
        grant: client_credentials
        client: abc123, by client_secret_post (id and secret in the form)
        client secret from: the environment variable SECRET
        scope: urn:nice:cxone:platform:api
        status: 400
        error: unauthorized_client
      Likely causes, most likely first:
        - The grant client_credentials is not enabled for this client on the server.
      "
    `);
  });

  it("for a missing parameter", async () => {
    const answer = status(400, { error: "invalid_request", error_description: "audience is required" });
    expect(await saidOf(answer)).toMatchInlineSnapshot(`
      "exit status 32
      The token endpoint refused the access token request.
        token endpoint: http://127.0.0.1:PORT/token
        grant: client_credentials
        client: abc123, by client_secret_post (id and secret in the form)
        client secret from: the environment variable SECRET
        scope: urn:nice:cxone:platform:api
        status: 400
        error: invalid_request
        error_description: audience is required
      Likely causes, most likely first:
        - The audience is missing, misspelt, or not allowed for this client: none was sent.
      "
    `);
  });

  it("by a JSON-only server", async () => {
    expect(await saidOf(status(415, { message: "Unsupported Media Type" }))).toMatchInlineSnapshot(`
      "exit status 35
      The token endpoint refused the access token request.
        token endpoint: http://127.0.0.1:PORT/token
        grant: client_credentials
        client: abc123, by client_secret_post (id and secret in the form)
        client secret from: the environment variable SECRET
        scope: urn:nice:cxone:platform:api
        status: 415
        message: Unsupported Media Type
      Likely causes, most likely first:
        - The server does not take a form, so this is not an OAuth 2.0 token endpoint: check the URL.
      "
    `);
  });

  it("by 403", async () => {
    expect(await saidOf(status(403))).toMatchInlineSnapshot(`
      "exit status 35
      The token endpoint refused the access token request.
        token endpoint: http://127.0.0.1:PORT/token
        grant: client_credentials
        client: abc123, by client_secret_post (id and secret in the form)
        client secret from: the environment variable SECRET
        scope: urn:nice:cxone:platform:api
        status: 403
      Likely causes, most likely first:
        - A firewall, or a policy of the server, refuses this client or this machine's address.
      "
    `);
  });

  it("by 404", async () => {
    expect(await saidOf((response) => response.writeHead(404).end("<html>not found"))).toMatchInlineSnapshot(`
      "exit status 35
      The token endpoint refused the access token request.
        token endpoint: http://127.0.0.1:PORT/token
        grant: client_credentials
        client: abc123, by client_secret_post (id and secret in the form)
        client secret from: the environment variable SECRET
        scope: urn:nice:cxone:platform:api
        status: 404
      Likely causes, most likely first:
        - The path is not that of the token endpoint: check the URL.
      "
    `);
  });

  it("by 405", async () => {
    expect(await saidOf(status(405))).toMatchInlineSnapshot(`
      "exit status 35
      The token endpoint refused the access token request.
        token endpoint: http://127.0.0.1:PORT/token
        grant: client_credentials
        client: abc123, by client_secret_post (id and secret in the form)
        client secret from: the environment variable SECRET
        scope: urn:nice:cxone:platform:api
        status: 405
      Likely causes, most likely first:
        - The path is not that of the token endpoint: check the URL.
      "
    `);
  });

  it("by 418", async () => {
    expect(await saidOf(status(418))).toMatchInlineSnapshot(`
      "exit status 35
      The token endpoint refused the access token request.
        token endpoint: http://127.0.0.1:PORT/token
        grant: client_credentials
        client: abc123, by client_secret_post (id and secret in the form)
        client secret from: the environment variable SECRET
        scope: urn:nice:cxone:platform:api
        status: 418
      Likely causes, most likely first:
        - The URL is not that of a token endpoint, or a proxy answered in its place.
      "
    `);
  });

  it("by 302, which is not followed", async () => {
    expect(await saidOf(redirect(302))).toMatchInlineSnapshot(`
      "exit status 30
      The token endpoint refused the access token request.
        token endpoint: http://127.0.0.1:PORT/token
        grant: client_credentials
        client: abc123, by client_secret_post (id and secret in the form)
        client secret from: the environment variable SECRET
        scope: urn:nice:cxone:platform:api
        status: 302
        redirect to: http://127.0.0.1:PORT/elsewhere?...
      Likely causes, most likely first:
        - The URL is not that of the token endpoint itself. Redirects are never followed, because that would send the secret there.
      "
    `);
  });

  it("by 307, which is not followed", async () => {
    expect(await saidOf(redirect(307))).toMatchInlineSnapshot(`
      "exit status 30
      The token endpoint refused the access token request.
        token endpoint: http://127.0.0.1:PORT/token
        grant: client_credentials
        client: abc123, by client_secret_post (id and secret in the form)
        client secret from: the environment variable SECRET
        scope: urn:nice:cxone:platform:api
        status: 307
        redirect to: http://127.0.0.1:PORT/elsewhere?...
      Likely causes, most likely first:
        - The URL is not that of the token endpoint itself. Redirects are never followed, because that would send the secret there.
      "
    `);
  });

  it("by 429", async () => {
    expect(await saidOf(status(429))).toMatchInlineSnapshot(`
      "exit status 33
      The token endpoint refused the access token request.
        token endpoint: http://127.0.0.1:PORT/token
        grant: client_credentials
        client: abc123, by client_secret_post (id and secret in the form)
        client secret from: the environment variable SECRET
        scope: urn:nice:cxone:platform:api
        status: 429
      Likely causes, most likely first:
        - Too many access token requests: wait, and share one construct where the same request is made twice.
      "
    `);
  });

  it("by 400 as throttling, as Genesys Cloud does", async () => {
    const answer = status(400, { error: "invalid_request", description: "rate limit exceeded" });
    expect(await saidOf(answer)).toMatchInlineSnapshot(`
      "exit status 33
      The token endpoint refused the access token request.
        token endpoint: http://127.0.0.1:PORT/token
        grant: client_credentials
        client: abc123, by client_secret_post (id and secret in the form)
        client secret from: the environment variable SECRET
        scope: urn:nice:cxone:platform:api
        status: 400
        error: invalid_request
        description: rate limit exceeded
      Likely causes, most likely first:
        - Too many access token requests: wait, and share one construct where the same request is made twice.
      "
    `);
  });

  it("by 500", async () => {
    expect(await saidOf(status(500))).toMatchInlineSnapshot(`
      "exit status 34
      The token endpoint refused the access token request.
        token endpoint: http://127.0.0.1:PORT/token
        grant: client_credentials
        client: abc123, by client_secret_post (id and secret in the form)
        client secret from: the environment variable SECRET
        scope: urn:nice:cxone:platform:api
        status: 500
      Likely causes, most likely first:
        - The server failed: try again later.
      "
    `);
  });

  it("by 503 with a page", async () => {
    expect(await saidOf((response) => response.writeHead(503).end("<html>busy"))).toMatchInlineSnapshot(`
      "exit status 34
      The token endpoint refused the access token request.
        token endpoint: http://127.0.0.1:PORT/token
        grant: client_credentials
        client: abc123, by client_secret_post (id and secret in the form)
        client secret from: the environment variable SECRET
        scope: urn:nice:cxone:platform:api
        status: 503
      Likely causes, most likely first:
        - The server failed: try again later.
      "
    `);
  });
});
