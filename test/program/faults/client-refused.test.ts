import { describe, expect, it } from "vitest";
import { saidOf, status } from "./said";

describe("the client is refused", () => {
  it("for a wrong secret", async () => {
    const answer = status(401, { error: "invalid_client", error_description: "client authentication failed" });
    expect(await saidOf(answer)).toMatchInlineSnapshot(`
      "exit status 31
      The token endpoint refused the access token request.
        token endpoint: http://127.0.0.1:PORT/token
        grant: client_credentials
        client: abc123, by client_secret_post (id and secret in the form)
        client secret from: the environment variable SECRET
        scope: urn:nice:cxone:platform:api
        status: 401
        error: invalid_client
        error_description: client authentication failed
      Likely causes, most likely first:
        - The client id or secret is wrong for this server, was rotated, or the client is disabled there: check both, and the host.
        - The server wants the credentials in HTTP Basic: use ClientAuthentication.clientSecretBasic.
      "
    `);
  });

  it("for a wrong secret, by 400", async () => {
    expect(await saidOf(status(400, { error: "invalid_client" }))).toMatchInlineSnapshot(`
      "exit status 31
      The token endpoint refused the access token request.
        token endpoint: http://127.0.0.1:PORT/token
        grant: client_credentials
        client: abc123, by client_secret_post (id and secret in the form)
        client secret from: the environment variable SECRET
        scope: urn:nice:cxone:platform:api
        status: 400
        error: invalid_client
      Likely causes, most likely first:
        - The client id or secret is wrong for this server, was rotated, or the client is disabled there: check both, and the host.
        - The server wants the credentials in HTTP Basic: use ClientAuthentication.clientSecretBasic.
      "
    `);
  });

  it("for a wrong secret in Basic credentials", async () => {
    const answer = status(401, { error: "invalid_client" });
    expect(await saidOf(answer, "client_authentication=client_secret_basic")).toMatchInlineSnapshot(`
      "exit status 31
      The token endpoint refused the access token request.
        token endpoint: http://127.0.0.1:PORT/token
        grant: client_credentials
        client: abc123, by client_secret_basic (HTTP Basic)
        client secret from: the environment variable SECRET
        scope: urn:nice:cxone:platform:api
        status: 401
        error: invalid_client
      Likely causes, most likely first:
        - The client id or secret is wrong for this server, was rotated, or the client is disabled there: check both, and the host.
        - The server does not decode the form-encoded Basic credentials: give clientSecretBasic { raw: true }.
        - The server wants the credentials in the form: use ClientAuthentication.clientSecretPost.
      "
    `);
  });

  it("for a wrong secret in raw Basic credentials", async () => {
    const answer = status(401, { error: "invalid_client" });
    expect(await saidOf(answer, "client_authentication=client_secret_basic_raw")).toMatchInlineSnapshot(`
      "exit status 31
      The token endpoint refused the access token request.
        token endpoint: http://127.0.0.1:PORT/token
        grant: client_credentials
        client: abc123, by client_secret_basic (HTTP Basic, raw)
        client secret from: the environment variable SECRET
        scope: urn:nice:cxone:platform:api
        status: 401
        error: invalid_client
      Likely causes, most likely first:
        - The server decodes Basic credentials, as RFC 6749 section 2.3.1 asks, and these are raw: leave raw out.
        - The client id or secret is wrong for this server, was rotated, or the client is disabled there: check both, and the host.
        - The server wants the credentials in the form: use ClientAuthentication.clientSecretPost.
      "
    `);
  });

  it("without a word", async () => {
    expect(await saidOf((response) => response.writeHead(401).end())).toMatchInlineSnapshot(`
      "exit status 31
      The token endpoint refused the access token request.
        token endpoint: http://127.0.0.1:PORT/token
        grant: client_credentials
        client: abc123, by client_secret_post (id and secret in the form)
        client secret from: the environment variable SECRET
        scope: urn:nice:cxone:platform:api
        status: 401
      Likely causes, most likely first:
        - The client id or secret is wrong for this server, was rotated, or the client is disabled there: check both, and the host.
        - The server wants the credentials in HTTP Basic: use ClientAuthentication.clientSecretBasic.
      "
    `);
  });
});
