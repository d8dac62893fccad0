import { describe } from "vitest";
import { authlib } from "../server/authlib";
import { testAgreement } from "./agreement";

describe("the program and Authlib", () => {
  testAgreement(authlib, {
    "another secret by post": "401 invalid_client",
    "another secret by Basic": "401 invalid_client",
    "an unknown client by post": "400 invalid_client",
    "an unknown client by Basic": "401 invalid_client",
    "Basic in place of post": "401 invalid_client",
    "post in place of Basic": "401 invalid_client",
    "raw Basic with a secret that looks encoded": "401 invalid_client",
    "a client without the grant": "400 unauthorized_client",
    "a client that signs": "401 invalid_client",
    "a public client": "401 invalid_client",
    "a scope that it does not know": "400 invalid_scope",
  });
});
