import { describe, expect, it } from "vitest";
import { ask, testAgreement } from "../program/agreement";
import { keycloak } from "../server/keycloak";
import { serverFor } from "../server/server-for";

describe("the program and Keycloak", () => {
  testAgreement(keycloak, {
    "another secret by post": "401 unauthorized_client",
    "another secret by Basic": "401 unauthorized_client",
    "an unknown client by post": "401 invalid_client",
    "an unknown client by Basic": "401 invalid_client",
    "Basic in place of post": "taken",
    "post in place of Basic": "taken",
    "raw Basic with a secret that looks encoded": "400 unauthorized_client",
    "a client without the grant": "401 unauthorized_client",
    "a client that signs": "400 invalid_client",
    "a public client": "401 unauthorized_client",
    "a scope that it does not know": "400 invalid_scope",
  });
});

describe("the program", () => {
  it("is refused with a client that an administrator has switched off", async (context) => {
    const client = { id: "off", method: "client_secret_post", secret: "s3cret", disabled: true } as const;
    const server = await serverFor(context, keycloak, { clients: [client] });
    const { code, stdout, stderr } = await ask(server, client);
    expect({ code, stdout }).toEqual({ code: 31, stdout: "" });
    expect(stderr).toContain("\n  status: 401\n  error: invalid_client\n");
  });
});
