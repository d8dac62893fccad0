import { describe, expect, it } from "vitest";
import { saidOf, status } from "./said";

// Used over https only, and this server has none.
const CERTIFICATE = ["tls.certificate=/c.pem", "tls.key=/k.pem"];

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

  it.each([
    [
      "client_assertion",
      "The client id is wrong for this server, or it does not trust the issuer of the JWT",
      "abc123",
    ],
    ["tls_client", "The certificate is not the one of this client id", "abc123"],
    ["none", "The client id is wrong for this server, or is not that of a public client", "abc123"],
    ["none", "The server wants a client to authenticate", ""],
  ])("by %s, without a client secret: %s", async (method, cause, clientId) => {
    const slot = method === "client_assertion" ? method : "other";
    const client = [`client_authentication=${method}`, `client_id=${clientId}`, "secret=client_secret"];
    const further = [`secret=${slot}`, `${slot}.environment=SECRET`, ...CERTIFICATE];
    const said = await saidOf(status(401, { error: "invalid_client" }), ...client, ...further);
    expect(said).toContain(`Likely causes, most likely first:\n  - ${cause}`);
    expect(said).not.toContain("client id or secret");
  });

  it.each([
    ["client_secret_post", [], "use ClientAuthentication.tlsClient"],
    ["tls_client", CERTIFICATE, "does not take the client certificate"],
  ])("for its certificate, by %s", async (method, args, cause) => {
    const answer = status(401, { error: "invalid_client", error_description: "Certificate authentication failed" });
    const client = [`client_authentication=${method}`, "secret=client_secret"];
    expect(await saidOf(answer, ...client, ...args)).toContain(cause);
  });
});
