import { describe } from "vitest";
import { hydra } from "../server/hydra";
import { proveMake } from "../server/prove-make";
import { testAgreement } from "./agreement";
import { testSigning } from "./signing-agreement";

/** A first build takes minutes. All in one file, as two would build at the same time. */
const PATIENT = { timeout: 900_000 };

describe("Hydra", PATIENT, () => {
  proveMake(hydra);
});
describe("the program and Hydra", PATIENT, () => {
  testAgreement(hydra, {
    "another secret by post": "401 invalid_client",
    "another secret by Basic": "401 invalid_client",
    "an unknown client by post": "401 invalid_client",
    "an unknown client by Basic": "401 invalid_client",
    "Basic in place of post": "401 invalid_client",
    "post in place of Basic": "401 invalid_client",
    "raw Basic with a secret that looks encoded": "400 invalid_request",
    "a client without the grant": "400 unauthorized_client",
    "a client that signs": "401 invalid_client",
    "a public client": "401 invalid_client",
    "a scope that it does not know": "400 invalid_scope",
  });
});

describe("the program's signatures and Hydra", PATIENT, () => {
  testSigning(hydra);
});
