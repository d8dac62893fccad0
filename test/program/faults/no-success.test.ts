import { describe, expect, it } from "vitest";
import { body, saidOf, status } from "./said";

describe("200 is no success", () => {
  it("with an HTML page", async () => {
    expect(await saidOf(body("<!doctype html>\n<title>Sign in</title>\n"))).toMatchInlineSnapshot(`
      "exit status 40
      The token endpoint answered 200, but not with an access token response: it is not JSON.
        token endpoint: http://127.0.0.1:PORT/token
        grant: client_credentials
        client: abc123, by client_secret_post (id and secret in the form)
        client secret from: the environment variable SECRET
        scope: urn:nice:cxone:platform:api
        status: 200
      Likely causes, most likely first:
        - The URL is not that of a token endpoint, or a proxy answered in its place.
      "
    `);
  });

  it("with a text", async () => {
    expect(await saidOf(body("OK"))).toMatchInlineSnapshot(`
      "exit status 40
      The token endpoint answered 200, but not with an access token response: it is not JSON.
        token endpoint: http://127.0.0.1:PORT/token
        grant: client_credentials
        client: abc123, by client_secret_post (id and secret in the form)
        client secret from: the environment variable SECRET
        scope: urn:nice:cxone:platform:api
        status: 200
      Likely causes, most likely first:
        - The URL is not that of a token endpoint, or a proxy answered in its place.
      "
    `);
  });

  it("with an empty body", async () => {
    expect(await saidOf(body(""))).toMatchInlineSnapshot(`
      "exit status 40
      The token endpoint answered 200, but not with an access token response: it is empty.
        token endpoint: http://127.0.0.1:PORT/token
        grant: client_credentials
        client: abc123, by client_secret_post (id and secret in the form)
        client secret from: the environment variable SECRET
        scope: urn:nice:cxone:platform:api
        status: 200
      Likely causes, most likely first:
        - The URL is not that of a token endpoint, or a proxy answered in its place.
      "
    `);
  });

  it("with JSON that breaks off", async () => {
    expect(await saidOf(body('{"access_token":"x"'))).toMatchInlineSnapshot(`
      "exit status 40
      The token endpoint answered 200, but not with an access token response: it breaks off.
        token endpoint: http://127.0.0.1:PORT/token
        grant: client_credentials
        client: abc123, by client_secret_post (id and secret in the form)
        client secret from: the environment variable SECRET
        scope: urn:nice:cxone:platform:api
        status: 200
      Likely causes, most likely first:
        - The URL is not that of a token endpoint, or a proxy answered in its place.
      "
    `);
  });

  it("with an error", async () => {
    const answer = status(200, { error: "invalid_client", error_description: "no such client" });
    expect(await saidOf(answer)).toMatchInlineSnapshot(`
      "exit status 41
      The token endpoint answered 200, but with an error.
        token endpoint: http://127.0.0.1:PORT/token
        grant: client_credentials
        client: abc123, by client_secret_post (id and secret in the form)
        client secret from: the environment variable SECRET
        scope: urn:nice:cxone:platform:api
        status: 200
        error: invalid_client
        error_description: no such client
      Likely causes, most likely first:
        - The client id or secret is wrong for this server, was rotated, or the client is disabled there: check both, and the host.
        - The server wants the credentials in HTTP Basic: use ClientAuthentication.clientSecretBasic.
      "
    `);
  });

  it("without an access_token", async () => {
    expect(await saidOf(status(200, { data: { access_token: "x" } }))).toMatchInlineSnapshot(`
      "exit status 41
      The token endpoint answered 200, but without an access_token.
        token endpoint: http://127.0.0.1:PORT/token
        grant: client_credentials
        client: abc123, by client_secret_post (id and secret in the form)
        client secret from: the environment variable SECRET
        scope: urn:nice:cxone:platform:api
        status: 200
      Likely causes, most likely first:
        - The URL is not that of a token endpoint, or a proxy answered in its place.
      "
    `);
  });

  it("with an access_token twice", async () => {
    const twice = '{"access_token":"x","access_token":"y","token_type":"bearer"}';
    expect(await saidOf(body(twice))).toMatchInlineSnapshot(`
      "exit status 41
      The token endpoint's answer has access_token or token_type twice.
        token endpoint: http://127.0.0.1:PORT/token
        grant: client_credentials
        client: abc123, by client_secret_post (id and secret in the form)
        client secret from: the environment variable SECRET
        scope: urn:nice:cxone:platform:api
        status: 200
      Likely causes, most likely first:
        - The URL is not that of a token endpoint, or a proxy answered in its place.
      "
    `);
  });

  it("with a token_type that is not bearer", async () => {
    expect(await saidOf(status(200, { access_token: "x", token_type: "mac" }))).toMatchInlineSnapshot(`
      "exit status 42
      The token endpoint's token_type is not bearer: mac.
        token endpoint: http://127.0.0.1:PORT/token
        status: 200
      "
    `);
  });

  it("without a token_type", async () => {
    expect(await saidOf(status(200, { access_token: "x" }))).toMatchInlineSnapshot(`
      "exit status 42
      The token endpoint's token_type is not bearer: there is none.
        token endpoint: http://127.0.0.1:PORT/token
        status: 200
      "
    `);
  });

  it("with a gigantic body", async () => {
    expect(await saidOf(body("x".repeat(3_000_000)))).toMatchInlineSnapshot(`
      "exit status 43
      The token endpoint's answer is too large to be an access token response: it has more than 131072 bytes.
        token endpoint: http://127.0.0.1:PORT/token
      "
    `);
  });

  it("with gigantic JSON", async () => {
    const gigantic = { access_token: "x", token_type: "bearer", more: "x".repeat(200_000) };
    expect(await saidOf(status(200, gigantic))).toMatchInlineSnapshot(`
      "exit status 43
      The token endpoint's answer is too large to be an access token response: it has more than 131072 bytes.
        token endpoint: http://127.0.0.1:PORT/token
        status: 200
      "
    `);
  });
});
