import { describe } from "vitest";
import { testSigning } from "../program/signing-agreement";
import { keycloak } from "../server/keycloak";

describe("the program's signatures and Keycloak", () => {
  testSigning(keycloak);
});
